#!/usr/bin/env python3
"""Sends callbacks as the vendors document them, with nothing but Python's standard library, and checks the answers.

Reads one JSON object from stdin: the receiver's url, and the accounts with their secrets. Prints a line of JSON for each
request: its name, the expected and the actual status, and for what must be published the id of its event. No line holds a
secret. Ends with 1 if a status is another one than expected.

It shares no code with Callport: the formulas are those of the vendors' pages, the ids those of docs/contract.md.
"""

import hashlib
import http.client
import json
import sys
import time
import urllib.parse
import uuid

ALGORITHMS = {"MD5": hashlib.md5, "SHA256": hashlib.sha256}
NOT_ASCII = "牛小信 😀 \u2028"


def hexdigest(algorithm, *parts):
    digest = ALGORITHMS[algorithm]()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode("utf-8"))
    return digest.hexdigest()


def event_id(account, event, part, content):
    content = content if isinstance(content, bytes) else content.encode("utf-8")
    head = "\n".join([account, event, part, ""]).encode("utf-8")
    return hashlib.sha256(head + content).hexdigest()[:32]


def utf8(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def escaped(value):
    return json.dumps(value).encode("ascii")  # Python's defaults, as in NXCloud's sample


class Sender:
    def __init__(self, url):
        self.url = urllib.parse.urlsplit(url)
        self.wrong = 0

    def send(self, name, expected, path, headers, body, event=None, method="POST"):
        connection = http.client.HTTPConnection(self.url.hostname, self.url.port, timeout=60)
        try:
            connection.request(
                method, self.url.path + path, body=body, headers={"Content-Type": "application/json", **headers}
            )
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            status = answer.status
        finally:
            connection.close()
        well = status == expected and (status != 200 or json.loads(text).get("code") == 0)
        self.wrong += 0 if well else 1
        line = {"name": name, "expected": expected, "status": status}
        if event:
            line["event"] = event
        print(json.dumps(line), flush=True)


class Callbot:
    """NXCloud's page "Callbot API authorization": upper-case hex, the secret first; no header names the algorithm."""

    EVENTS = {"call": "call-info.call", "order": "call-info.order", "task": "call-info.task"}

    def __init__(self, account):
        self.uuid, self.secret, self.algorithm = account["key"], account["secret"], account["algorithm"]

    def headers(self, body, created=None, secret=None, algorithm=None):
        created = str(int(time.time()) if created is None else created)
        request = uuid.uuid4().hex
        sign = hexdigest(
            algorithm or self.algorithm,
            (secret or self.secret) + "&body=",
            body,
            "&createTs=" + created + "&requestID=" + request + "&uuid=" + self.uuid,
        ).upper()
        return {"uuid": self.uuid, "requestID": request, "createTs": created, "sign": sign}

    def event(self, kind, headers, body):
        part = headers["createTs"] if kind == "task" else ""
        return event_id("callbot:" + self.uuid, self.EVENTS[kind], part, body)

    @staticmethod
    def body(kind):
        if kind == "task":
            stat = {"answerOrderCount": 1, "finishOrderCount": 2, "totalOrderCount": 4, "finishRate": 0.5}
            return {"callbackType": 1, "userTaskID": "u-" + uuid.uuid4().hex, "taskID": uuid.uuid4().hex, "taskStatus": 2,
                    "createTs": 1700000000, "sceneID": NOT_ASCII, "taskStat": stat}
        detail = {"callID": uuid.uuid4().hex, "callStatus": 1, "callStartTs": 1700000000, "callDuration": 25,
                  "params": [{"name": "姓名", "value": NOT_ASCII}]}
        return {"callbackType": 1 if kind == "call" else "1", "orderID": uuid.uuid4().hex, "userPhone": "8613800000000",
                "userName": NOT_ASCII, "userTaskID": "u-1", "taskID": "t-1", "finish": True, "other": "",
                "callInfoDetail": detail}


class Nxlink:
    """NXLink's page "API interface invocation convention": lower-case hex, the secret last."""

    def __init__(self, account):
        self.key, self.secret, self.token = account["key"], account["secret"], account["token"]

    def headers(self, body, algorithm="MD5", named=True, action="callback", biz_type="8", ts=None, secret=None):
        ts = str(int(time.time() * 1000) if ts is None else ts)
        signed = "accessKey=%s&action=%s&bizType=%s&ts=%s" % (self.key, action, biz_type, ts)
        sign = hexdigest(algorithm, signed + "&body=", body, "&accessSecret=" + (secret or self.secret))
        headers = {"accessKey": self.key, "action": action, "bizType": biz_type, "ts": ts, "sign": sign}
        return {**headers, "algorithm": algorithm.lower()} if named else headers

    def event(self, body):
        return event_id("nxlink:" + self.key, "call-info.record", "", body)

    @staticmethod
    def body():
        return {"agentName": NOT_ASCII, "answerTime": 1691372192000, "callDuration": 7, "callId": str(uuid.uuid4()),
                "callee": "agent@example.com:5060", "caller": "85200000000", "direction": 2, "endTime": 1691372213000,
                "intent": "转人工-成功", "orderId": uuid.uuid4().hex, "startTime": 1691372191000}


def callbot(sender, account):
    me, name = Callbot(account), "callbot " + account["algorithm"] + " "
    for kind in Callbot.EVENTS:
        path = "/webhooks/callbot/" + kind
        for form, write in (("utf-8", utf8), ("escaped", escaped)):
            body = write(Callbot.body(kind))
            headers = me.headers(body)
            event = me.event(kind, headers, body)
            sender.send(name + kind + " " + form, 200, path, headers, body, event)
            sender.send(name + kind + " " + form + ", repeated", 200, path, headers, body, event)
        body = utf8(Callbot.body(kind))
        good = me.headers(body)
        other = "SHA256" if account["algorithm"] == "MD5" else "MD5"
        forged = {
            "another body": (good, body.replace(b"{", b"{ ", 1)),
            "another secret": (me.headers(body, secret="x" + me.secret[1:]), body),
            "the other algorithm": (me.headers(body, algorithm=other), body),
            "no signature": ({k: v for k, v in good.items() if k != "sign"}, body),
            "an empty signature": ({**good, "sign": ""}, body),
            "another time": ({**good, "createTs": str(int(good["createTs"]) + 1)}, body),
            "another request id": ({**good, "requestID": uuid.uuid4().hex}, body),
            "an unknown account": ({**good, "uuid": "x" + me.uuid[1:]}, body),
            "two days ago": (me.headers(body, created=int(time.time()) - 172800), body),
            "in two days": (me.headers(body, created=int(time.time()) + 172800), body),
            "a time that is none": (me.headers(body, created="now"), body),
        }
        for what, (headers, sent) in forged.items():
            sender.send(name + kind + ", forged: " + what, 401, path, headers, sent)
        for what, sent in (("a list", b"[1]"), ("no JSON", b"no JSON"), ("half", body[:-1]), ("nothing", b"")):
            sender.send(name + kind + ", " + what, 400, path, me.headers(sent), sent)
        # What Callport signs itself when it asks, or another kind of callback: the formula covers no path.
        query = utf8({"productID": "callbot", "page": 1, "size": 100})
        sender.send(name + kind + ", a query of our own", 400, path, me.headers(query), query)
        wrong = utf8(Callbot.body("call" if kind == "task" else "task"))
        sender.send(name + kind + ", another kind", 400, path, me.headers(wrong), wrong)


def nxlink(sender, account):
    me, path = Nxlink(account), "/webhooks/nxlink/record"
    for algorithm in ALGORITHMS:
        for form, write in (("utf-8", utf8), ("escaped", escaped)):
            body = write(Nxlink.body())
            headers = me.headers(body, algorithm)
            sender.send("nxlink " + algorithm + " " + form, 200, path, headers, body, me.event(body))
            sender.send("nxlink " + algorithm + " " + form + ", repeated", 200, path, headers, body, me.event(body))
    body = utf8(Nxlink.body())
    sender.send("nxlink, no algorithm named", 200, path, me.headers(body, named=False), body, me.event(body))
    good = me.headers(body)
    forged = {
        "another body": (good, body.replace(b"{", b"{ ", 1)),
        "another secret": (me.headers(body, secret="x" + me.secret[1:]), body),
        "the other algorithm": ({**good, "algorithm": "sha256"}, body),
        "an unknown algorithm": ({**good, "algorithm": "sha1"}, body),
        "no signature": ({k: v for k, v in good.items() if k != "sign"}, body),
        "a query of our own": (me.headers(body, action="cc"), body),
        "another bizType": (me.headers(body, biz_type="100"), body),
        "an unknown account": ({**good, "accessKey": "x" + me.key[1:]}, body),
        "two days ago": (me.headers(body, ts=int(time.time() * 1000) - 172800000), body),
    }
    for what, (headers, sent) in forged.items():
        sender.send("nxlink, forged: " + what, 401, path, headers, sent)
    old = "/webhooks/nxlink/" + me.key + "/record"
    body = utf8(Nxlink.body())
    sender.send("nxlink, token", 200, old, {"token": me.token}, body, me.event(body))
    sender.send("nxlink, token, repeated", 200, old, {"token": me.token}, body, me.event(body))
    sender.send("nxlink, another token", 401, old, {"token": "x" + me.token[1:]}, body)
    sender.send("nxlink, a longer token", 401, old, {"token": me.token + "x"}, body)
    sender.send("nxlink, no token", 401, old, {}, body)
    sender.send("nxlink, token, an unknown account", 401, "/webhooks/nxlink/x/record", {"token": me.token}, body)


def moor(sender, account):
    key, secret = account["key"], account["pathSecret"]
    path = "/webhooks/7moor/" + key + "/" + secret
    call = uuid.uuid4().hex
    for state in ("calling", "ring", "link", "hangup"):
        event = {"eventUniqueId": uuid.uuid4().hex, "accountId": key, "callUniqueId": call, "pushType": "dialoutRing",
                 "customerNumber": "17300000000", "trunkNumber": "", "displayNumber": "01081400192",
                 "statusTime": "1620455977", "callEvent": state, "callType": "dialout", "agentNumber": "20001",
                 "agentName": "坐席", "extras": ""}
        body = utf8(event)
        known = event_id("7moor:" + key, "call-info.call-state", "", event["eventUniqueId"])
        sender.send("7moor " + state, 200, path, {}, body, known)
        sender.send("7moor " + state + ", repeated", 200, path, {}, body, known)
    number = utf8({**event, "eventUniqueId": uuid.uuid4().hex, "accountId": int(key) if key.isdigit() else key})
    sender.send("7moor, the account as a number", 200, path, {}, number)
    sender.send("7moor, another path secret", 401, path[:-1] + ("x" if path[-1] != "x" else "y"), {}, body)
    sender.send("7moor, a longer path secret", 401, path + "x", {}, body)
    sender.send("7moor, an unknown account", 401, "/webhooks/7moor/x/" + secret, {}, body)
    sender.send("7moor, another account in its body", 401, path, {}, utf8({**event, "accountId": "x"}))


def main():
    settings = json.load(sys.stdin)
    sender = Sender(settings["url"])
    for account in settings["callbot"]:
        callbot(sender, account)
    for account in settings["nxlink"]:
        nxlink(sender, account)
    for account in settings["7moor"]:
        moor(sender, account)
    for path in ("/", "/webhooks", "/webhooks/callbot", "/webhooks/callbot/calls", "/webhooks/nxlink", "/health/ready"):
        sender.send("no route " + path, 404, path, {}, b"{}")
    sender.send("GET", 405, "/webhooks/callbot/call", {}, None, method="GET")
    return 1 if sender.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
