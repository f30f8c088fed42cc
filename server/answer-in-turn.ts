import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The pipelined requests of a connection that wait for an earlier answer. */
interface Queue {
  waiting: number;
  isFull: boolean;
}

/**
 * Makes a listener that passes on one request of a connection at a time: the next one only after the previous answer has
 * been handed to the operating system. So a client that does not read makes the server compute nothing. At most
 * `maximumWaiting` requests wait; the answer to the last of them closes the connection, and later requests are ignored.
 */
export function answerInTurn(listener: RequestListener, maximumWaiting: number): RequestListener {
  const queues = new WeakMap<Socket, Queue>();

  return function listen(request, response) {
    // Node gives a response its socket when the answers to all earlier requests are finished.
    if (response.socket !== null) return void listener(request, response);
    const { socket } = request;
    const queue = queues.get(socket) ?? { waiting: 0, isFull: false };
    queues.set(socket, queue);
    if (queue.isFull) return;
    queue.waiting += 1;
    if (queue.waiting === maximumWaiting) {
      queue.isFull = true;
      response.shouldKeepAlive = false;
      stopReading(socket);
    }
    response.once('socket', () => {
      queue.waiting -= 1;
      // Other connections get their turn in between.
      setImmediate(answer, listener, request, response);
    });
  };
}

function answer(listener: RequestListener, request: IncomingMessage, response: ServerResponse): void {
  if (!request.socket.destroyed) listener(request, response);
}

function stopReading(socket: Socket): void {
  socket.pause();
  // Node resumes the socket after each answer.
  socket.on('resume', () => socket.pause());
}
