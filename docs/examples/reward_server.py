"""A reward server for PRS Playground: wrap your own reward model in `reward`.

    python3 reward_server.py 9000      # then "Reward server" as scorer, http://localhost:9000/ as its address

It is sent a JSON list of {"prompt", "preference", "response"} and answers a list of {"reward"} in the same order.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def reward(prompt: str, preference: str, response: str) -> float:
    """The higher the better. Here: the fewer sentences the better; put your model in its place."""
    return -float(response.count("."))


class Handler(BaseHTTPRequestHandler):
    def do_OPTIONS(self) -> None:
        self.answer(204, b"")

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        rewards = [{"reward": reward(one["prompt"], one["preference"], one["response"])} for one in asked]
        self.answer(200, json.dumps(rewards).encode())

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        # Lets pages ask, the playground among them.
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "Content-Type")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
