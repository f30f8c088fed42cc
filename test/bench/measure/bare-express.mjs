import express from 'express';

// The reference of all rows: Express that responds with a body by `res.json`, and does nothing else.
const body = JSON.parse(process.env.BODY ?? '[]');
const app = express();
app.get('/api/v1/users/:user_id/connections', (_request, response) => {
  response.json(body);
});
app.listen(Number(process.env.PORT), '127.0.0.1');
