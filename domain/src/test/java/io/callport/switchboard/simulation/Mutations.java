package io.callport.switchboard.simulation;

import java.util.ArrayList;
import java.util.List;

/** Deliberate mistakes, each against one rule. */
final class Mutations {
    static final List<Mutation> ALL = new ArrayList<>();

    private Mutations() {}

    private static void mutate(String name, String file, String find, String replace) {
        ALL.add(new Mutation(name, file, find, replace));
    }

    static {
        results();
        budget();
        sharing();
        limits();
        forecast();
        retries();
        closures();
        size();
        looks();
        regressions();
    }

    private static void results() {
        mutate("S1: forget the deadlines", "Deadlines", "return next() > now ? null", "return true ? null");
        mutate(
                "S1: wake up without regard to deadlines",
                "Switchboard",
                "Math.min(lanes.nextAlarm(), deadlines.next())",
                "lanes.nextAlarm()");
        mutate("S1: expire a nanosecond late", "Deadlines", "next() > now", "next() >= now");
        mutate(
                "S1: answer those who have a result",
                "Results",
                ".filter(deadlines::remove)",
                ".filter(c -> deadlines.remove(c) || true)");
        mutate(
                "S1: lose the riders of a permanent failure",
                "Switchboard",
                "give(flight, new Outcome.Failed(failure), now);\n        }\n    }",
                "}\n    }");
    }

    private static void budget() {
        mutate(
                "S2: free the slot a window after the start",
                "Lane",
                "slots.ended(sent, now)",
                "slots.ended(sent, flight.startedAt)");
        mutate(
                "S2: free a slot without regard to late arrival",
                "Slots",
                "(sent == Sent.MAYBE ? lateArrival : 0)",
                "0");
        mutate("S2: trust the other clock's rate", "Slots", "+ budget.window().toNanos() / CLOCK_RATE_DIVISOR", "");
        mutate("S2: free a slot when nobody knows if it was sent", "Slots", "sent != Sent.NO", "sent == Sent.YES");
        mutate("S2: restore a slot in flight as ended", "Slots", "now + startDelay + 2 * lateArrival", "now");
        mutate("S2: restore no slot in flight", "Slots", "i < inFlight && budget.limited()", "i < 0");
        mutate("S2: one slot too many", "Slots", "taken(now) < budget.requests()", "taken(now) <= budget.requests()");
        mutate(
                "S2: forget a lane with its slots",
                "Lane",
                "Math.max(slots.allFreeAt(), gathering.overAt())",
                "gathering.overAt()");
        mutate(
                "S2, S3: take a slot for what was not sent",
                "Slots",
                "budget.limited() && sent != Sent.NO",
                "budget.limited()");
        mutate(
                "S3: sleep when a slot is freed",
                "Lane",
                "Math.min(slots.nextFree(now), after(now, queue.nextAskable()))",
                "after(now, queue.nextAskable())");
    }

    private static void sharing() {
        mutate(
                "S4: share with a started request",
                "Flight",
                "!command.maxAge().isZero() && now - startedAt <= command.maxAge().toNanos()",
                "true");
        mutate("S4: join a request at any age", "Flight", "&& now - startedAt <= command.maxAge().toNanos()", "");
        mutate(
                "S4: remembered answers ignore age",
                "Remembered",
                "|| now - memory.startedAt > command.maxAge().toNanos()",
                "");
        mutate(
                "S4: an answer's age counts from its end",
                "Switchboard",
                "new Memory(answer, flight.startedAt, now)",
                "new Memory(answer, now, now)");
        mutate("S4: remember nothing", "Switchboard", "remembered.keep(flight.request, memory);", "");
        mutate("S4: gather nothing", "Gathering", "budget.limited() ?", "budget.requests() < 0 ?");
        mutate("S4: gather half as long", "Gathering", "/ budget.requests() : 0", "/ budget.requests() / 2 : 0");
        mutate(
                "S4: say that nobody shared",
                "Results",
                "command.attempts(), pending.size())",
                "command.attempts(), 1)");
        mutate(
                "S4: equal queries do not wait together",
                "QueryQueue",
                "if (query == null) {\n            query =",
                "if (query == null || query.commands.size() == 3) {\n            query =");
    }

    private static void limits() {
        mutate(
                "S5: the newcomer pays",
                "Switchboard",
                "evict(lanes.fullestBut(command.lane), now)",
                "evict(command.lane, now)");
        mutate("S5: the oldest pays", "QueryQueue", "commands.last()", "commands.first()");
        mutate(
                "S5: totals starve an idle lane",
                "ReadyLanes",
                "if (!quiet.isEmpty())",
                "if (!quiet.isEmpty() && !totalReached)");
        mutate(
                "S5: ignore the total of requests",
                "Switchboard",
                "flights.size() >= settings.limits().requests()",
                "false");
        mutate("S5: ignore the account's limit of requests", "Lane", "inFlight < most &&", "");
        mutate(
                "S5: ignore the account's limit of commands",
                "Switchboard",
                "lane.queue.size() >= settings.limits().waitingPerAccount()",
                "false");
        mutate(
                "S5: the account's limit is one less",
                "Switchboard",
                "lane.queue.size() >= settings",
                "lane.queue.size() + 1 >= settings");
        mutate("S8: ignore the total of commands", "Switchboard", "waiting > settings.limits().waiting()", "false");
    }

    private static void forecast() {
        mutate(
                "S6: never refuse over-budget",
                "Switchboard",
                "lanes.takeChanged().forEach(lane -> refuseLate(lane, now));",
                "lanes.takeChanged();");
        mutate(
                "S6: refuse over-budget too early",
                "Forecast",
                "if (start.at() < deadline)",
                "if (start.at() + slots.window() < deadline)");
        mutate(
                "S6: count all queries ahead",
                "Forecast",
                "deadlinesAhead.size() - firstPlace(deadline)",
                "deadlinesAhead.size()");
        mutate("S6: count no query ahead", "Forecast", "deadlinesAhead.size() - firstPlace(deadline)", "0");
        mutate("S6: count queries ahead that back off", "Forecast", "inTime && query.notBefore <= now", "inTime");
        mutate(
                "S6: requests in flight free their slots at once",
                "Availability",
                "new Time(start.now + start.window, true)",
                "new Time(start.now, true)");
        mutate(
                "S6: hide the failure of an attempt",
                "Waiting",
                "return lastFailure == null ? otherwise : lastFailure;",
                "return otherwise;");
        mutate(
                "S6: say nothing of when to try again",
                "Refusals",
                "Duration.ofNanos(waitNanos)",
                "Duration.ofNanos(-1)");
    }

    private static void retries() {
        mutate(
                "S7: no bound to the jitter",
                "Backoff",
                "(random * (double) longest(retries.base(), retries.max(), failures))",
                "((1 + random) * (double) longest(retries.base(), retries.max(), failures))");
        mutate("S7: double without end", "Backoff", "Math.min(doubled, (double) most.toNanos())", "doubled");
        mutate(
                "S7: one attempt too many",
                "Switchboard",
                "command.attempts() >= settings",
                "command.attempts() > settings");
        mutate(
                "S7: one attempt too few",
                "Switchboard",
                "command.attempts() >= settings",
                "command.attempts() + 1 >= settings");
        mutate(
                "S7: retry permanent failures",
                "Switchboard",
                "failure.reason() == Reason.VENDOR_UNAVAILABLE",
                "failure.reason() != Reason.UNAUTHORIZED");
        mutate(
                "S7: retry nothing",
                "Switchboard",
                "failure.reason() == Reason.VENDOR_UNAVAILABLE",
                "failure.reason() == null");
        mutate("S7: start after the stop", "Switchboard", "return stopped ?", "return false ?");
    }

    private static void closures() {
        mutate("S7: ignore Retry-After", "Closing", "closure.retryAfter(failure.retryAfter(), now);", "");
        mutate("S7: ignore 429", "Closing", "closure.tooOften(retries, now);", "");
        mutate("S7: wait as long after each 429", "Closure", "tooOften++;", "tooOften = 1;");
        mutate("S7: start on a closed lane", "Lane", "&& closure.open(now)", "");
        mutate("S7: never double unauthorized", "Closure", "unauthorized++;", "unauthorized = 1;");
        mutate(
                "S7: never reset unauthorized",
                "Closure",
                "    void answered() {\n        unauthorized = 0;",
                "    void answered() {");
        mutate(
                "S7: let commands wait for an unauthorized account",
                "Switchboard",
                "if (lane.closure.refuses(now))",
                "if (false)");
        mutate(
                "S7: hammer an account that was unauthorized",
                "Lane",
                "closure.probing() ? 1 : mostInFlight",
                "mostInFlight");
    }

    private static void size() {
        mutate("S8: never forget a lane", "Lanes", "if (lane.idle(now))", "if (false)");
        mutate(
                "S8: never look whether a lane can be forgotten",
                "Lane",
                "quiet() ? after(now, forgetAt())",
                "false ? 0");
        mutate(
                "S8: spin",
                "Lane",
                "return Math.min(next, after(now, forecastAt));",
                "return queue.size() > 0 ? now + 1 : next;");
        mutate("S8: remember every answer", "Remembered", "memories.size() > most", "memories.size() > 1_000_000");
        mutate(
                "S8: never full",
                "Switchboard",
                "return deadlines.size() >= settings.limits().waiting();",
                "return false;");
        mutate("S8: forget a lane that is to try again", "Lane", "&& awaitingBackoff == 0", "");
        mutate("S8: keep a forgotten command waiting", "Switchboard", "leave(forgotten);", "");
    }

    private static void looks() {
        mutate("look: at the newest wait", "QueryQueue", "commands.first()", "commands.last()");
        mutate(
                "look: since the command was numbered",
                "Waiting",
                "this.acceptedAt = acceptedAt;",
                "this.acceptedAt = 0;");
        mutate("look: keep a lane's closure", "Closure", "open(now) ? null : because", "because");
        mutate("look: into the past", "Closure", "open(now) ? Duration.ZERO :", "");
    }

    /** Mistakes that were made, and found by the simulation. */
    private static void regressions() {
        mutate("S5: a lane counts as full after its commands were refused", "Lanes", "if (refused) {", "if (false) {");
        mutate(
                "S6: refuse over-budget before the starts only",
                "Switchboard",
                "List<Request> requests = start(now);\n        lanes.takeChanged().forEach(lane -> refuseLate(lane, now));",
                "lanes.takeChanged().forEach(lane -> refuseLate(lane, now));\n        List<Request> requests = start(now);");
        mutate("S7: refuse as unauthorized after a 429", "Closure", "refusesUntil > now", "!open(now)");
        mutate(
                "S8: look at a lane without a budget every nanosecond",
                "Forecast",
                "lane.slots.limited() ? forecast.nextLook : Long.MAX_VALUE",
                "forecast.nextLook");
    }
}
