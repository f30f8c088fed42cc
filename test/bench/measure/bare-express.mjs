import express from 'express';

// The measure of all: Express answering a body with `res.json`, and nothing else.
const body = JSON.parse(process.env.BODY ?? '[]');
const app = express();
app.get('/api/v1/users/:user_id/connections', (_request, response) => {
  response.json(body);
});
app.listen(Number(process.env.PORT), '127.0.0.1');
