// What co-editing is measured beside: Hocuspocus alone, without hooks, rights and database, in a
// process of its own. Answers { port, pid } once it listens.
import { Hocuspocus } from '@hocuspocus/server'
import http from 'node:http'
import { WebSocketServer } from 'ws'

process.on('message', () => {
  const collab = new Hocuspocus({ quiet: true })
  const server = http.createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    const connection = collab.handleConnection(socket, new Request('http://bare/'), {})
    socket.on('message', (data) => connection.handleMessage(new Uint8Array(data)))
    socket.on('close', (code, reason) =>
      connection.handleClose({ code, reason: reason.toString() }),
    )
  })
  server.listen(0, '127.0.0.1', () =>
    process.send({ port: server.address().port, pid: process.pid }),
  )
})
