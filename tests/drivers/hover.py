#!/usr/bin/env python3
"""hover.py CLANGD INCLUDE DIRECTORY - what clangd shows over the names of a file with async C: the types that they have."""
import json
import os
import subprocess
import sys

SOURCE = """\
#include <asyncc.h>

struct pair { int a; double b; };
static async struct pair both(int x) { await async_sleep(x); return (struct pair){ x, x }; }
static async void nothing(void) { await async_yield(); }
async int use(async int (*callback)(int));
async int use(async int (*callback)(int))
{
    __auto_type pair1 = await both(1);
    task(struct pair) handle2 = create_task(both(2));
    __auto_type pair3 = await join(handle2);
    __auto_type number4 = await callback(4);
    double double5;
    await gather(double5 = both(5).b, nothing());
    __auto_type status6 = await timeout(1.5, nothing());
    return pair1.a + pair3.a + number4 + (int)double5 + status6;
}
"""
EXPECTED = {  # the first occurrence of the name: what its hover must mention
    "both": ["function both", "struct pair"],
    "use": ["function use", "int"],
    "pair1": ["struct pair"],
    "handle2": ["(struct pair) (*)(struct async_task *)"],  # within typeof()s
    "pair3": ["struct pair"],
    "number4": ["Type: int"],
    "status6": ["Type: int"],
    "callback": ["int (*)(int)"],
}


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.number = 0

    def send(self, method, params, **more):
        text = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.number += 1
        self.send(method, params, id=self.number)
        while (message := self.receive()).get("id") != self.number:
            self.note(message)
        return message["result"]

    def note(self, message):
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics = message["params"]["diagnostics"]


def main(clangd, include, directory):
    path = os.path.join(directory, "hover.c")
    with open(path, "w") as file:
        file.write(SOURCE)
    with open(os.path.join(directory, "compile_flags.txt"), "w") as file:
        file.write(f"-std=gnu17\n-Wall\n-Wextra\n-I{include}\n")
    uri = "file://" + path
    server = Server([clangd])
    server.diagnostics = None
    server.ask("initialize", {"processId": None, "rootUri": "file://" + directory, "capabilities": {
        "textDocument": {"hover": {"contentFormat": ["plaintext"]}}}})
    server.send("initialized", {})
    server.send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "c", "version": 1, "text": SOURCE}})
    failed = False
    for name, wanted in EXPECTED.items():
        before = SOURCE[:SOURCE.index(name)]
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        hover = server.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
        text = hover["contents"]["value"] if hover else ""
        for words in wanted:
            if words not in text and words.replace("(struct pair)", "struct pair") not in text:
                print(f"{name}: no '{words}' in: {text!r}")
                failed = True
    while server.diagnostics is None:
        server.note(server.receive())
    for diagnostic in server.diagnostics:
        print(f"line {diagnostic['range']['start']['line'] + 1}: {diagnostic['message']}")
        failed = True
    server.ask("shutdown", None)
    server.send("exit", None)
    return 1 if failed else 0


sys.exit(main(*sys.argv[1:4]))
