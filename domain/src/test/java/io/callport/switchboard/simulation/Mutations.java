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
        snapshots();
        regressions();
    }

    private static void results() {
        mutate("S1: forget the deadlines", "PendingCommands", "if (nextDeadline() > now) {", "if (true) {");
        mutate(
                "S1: wake up without regard to deadlines",
                "Switchboard",
                "Math.min(lanes.nextTimer(), pending.nextDeadline())",
                "lanes.nextTimer()");
        mutate("S1: expire a nanosecond late", "PendingCommands", "nextDeadline() > now", "nextDeadline() >= now");
        mutate(
                "S1: lose the commands of a permanent failure",
                "Switchboard",
                "complete(request, new Outcome.Failed(failure), now);\n        }\n    }",
                "}\n    }");
    }

    private static void budget() {
        mutate(
                "S2: free the slot a window after the start",
                "Lane",
                "slots.ended(sent, now)",
                "slots.ended(sent, request.startedAt)");
        mutate(
                "S2: free a slot without regard to late arrival",
                "Slots",
                "(sent == Sent.MAYBE ? lateArrival : 0)",
                "0");
        mutate("S2: trust the other clock's rate", "Slots", "+ budget.window().toNanos() / CLOCK_RATE_DIVISOR", "");
        mutate("S2: free a slot when nobody knows if it was sent", "Slots", "sent != Sent.NO", "sent == Sent.YES");
        mutate("S2: restore a slot in flight as ended", "Slots", "Duration.ofNanos(-latestEnd)", "Duration.ZERO");
        mutate("S2: restore no slot in flight", "Slots", "if (inFlight > 0) {", "if (inFlight < 0) {");
        mutate("S2: one slot too many", "Slots", "taken(now) < budget.requests()", "taken(now) <= budget.requests()");
        mutate(
                "S2: forget a lane with its slots",
                "Lane",
                "Math.max(slots.allFreeAt(), spacing.endsAt())",
                "spacing.endsAt()");
        mutate(
                "S2, S3: take a slot for what was not sent",
                "Slots",
                "budget.limited() && sent != Sent.NO",
                "budget.limited()");
        mutate(
                "S3: sleep when a slot is freed",
                "Lane",
                "Math.min(slots.nextFree(now), after(now, queue.nextReady()))",
                "after(now, queue.nextReady())");
    }

    private static void sharing() {
        mutate(
                "S4: share with a started request",
                "InFlightRequest",
                "!command.maxAge().isZero() && now - startedAt <= command.maxAge().toNanos()",
                "true");
        mutate(
                "S4: join a request at any age",
                "InFlightRequest",
                "&& now - startedAt <= command.maxAge().toNanos()",
                "");
        mutate(
                "S4: cached answers ignore age",
                "AnswerCache",
                "|| now - answer.startedAt > command.maxAge().toNanos()",
                "");
        mutate(
                "S4: an answer's age counts from its end",
                "AnswerCache",
                "new CachedAnswer(outcome, answered.startedAt, now, answerWeight)",
                "new CachedAnswer(outcome, now, now, answerWeight)");
        mutate("S4: remember nothing", "Switchboard", "answers.put(ended, outcome, weight, now);", "");
        mutate("S4: gather nothing", "QuerySpacing", "budget.limited() ?", "budget.requests() < 0 ?");
        mutate("S4: gather half as long", "QuerySpacing", "/ budget.requests() : 0", "/ budget.requests() / 2 : 0");
        mutate(
                "S4: say that nobody shared",
                "PendingCommands",
                "pendingCommand.attempts(), waiting.size())",
                "pendingCommand.attempts(), 1)");
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
                "evict(lanes.fullestAvoiding(pendingCommand.lane), Refusals.ALL_FULL, now)",
                "evict(pendingCommand.lane, Refusals.ALL_FULL, now)");
        mutate("S5: the oldest pays", "QueryQueue", "commands.last()", "commands.first()");
        mutate(
                "S5: totals starve an idle lane",
                "ReadyLanes",
                "if (!quiet.isEmpty())",
                "if (!quiet.isEmpty() && !totalReached)");
        mutate(
                "S5: ignore the total of requests",
                "Switchboard",
                "inFlight.size() >= settings.limits().requests()",
                "false");
        mutate(
                "S5: ignore the bound of all requests",
                "Switchboard",
                "inFlight.size() >= settings.limits().maxRequests()",
                "false");
        mutate("S5: a bound of half as many requests", "Limits", "MAX_PER_REQUEST = 4", "MAX_PER_REQUEST = 2");
        mutate(
                "S5: the lane that came last has its turn first",
                "ReadyLanes",
                "Lane<T> lane = turn.next();",
                "Lane<T> lane = turn.next();\n        while (turn.hasNext()) {\n            lane = turn.next();\n        }");
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
                "lanes.drainForecastDue().forEach(lane -> refuseLate(lane, now));",
                "lanes.drainForecastDue();");
        mutate(
                "S6: refuse over-budget too early",
                "Forecast",
                "slots.startsBefore(deadline) > queriesAhead;",
                "slots.startsBefore(deadline) > queriesAhead + 1;");
        mutate(
                "S6: count all queries ahead",
                "QueriesAhead",
                "countFrom(deadline, query.sequence)",
                "countFrom(Long.MIN_VALUE, query.sequence)");
        mutate(
                "S6: count no query ahead",
                "QueriesAhead",
                "counted ? readyByLatestDeadline.countFrom(deadline, query.sequence) : 0",
                "0");
        mutate("S6: count queries ahead that back off", "QueriesAhead", "if (ready) {", "if (true) {");
        mutate("S6: forget to count queries that may be asked now", "QueryQueue", "ahead.markReady(query);", "");
        mutate(
                "S6: count the queries behind",
                "DeadlineTree",
                "if (node.lastDeadline <= deadline && node.firstSequence > sequence) {",
                "if (node.lastDeadline <= deadline) {");
        mutate(
                "S6: look a window too late",
                "SlotSchedule",
                "return first + few * moment.window;",
                "return first + (few + 1) * moment.window;");
        mutate(
                "S6: requests in flight free their slots at once",
                "SlotSchedule",
                "uses(time - Math.max(at + moment.window, moment.opensAt))",
                "uses(time - Math.max(at, moment.opensAt))");
        mutate(
                "S6: hide the failure of an attempt",
                "PendingCommand",
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
                "RetryQueue",
                "(random * (double) longestBackoff(retries.baseDelay(), retries.maxDelay(), failures))",
                "((1 + random) * (double) longestBackoff(retries.baseDelay(), retries.maxDelay(), failures))");
        mutate("S7: double without end", "RetryQueue", "Math.min(doubled, (double) most.toNanos())", "doubled");
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
                "failure.reason() == Reason.VENDOR_REFUSED || failure.reason() == Reason.VENDOR_UNAVAILABLE");
        mutate(
                "S7: retry nothing",
                "Switchboard",
                "failure.reason() == Reason.VENDOR_UNAVAILABLE",
                "failure.reason() == null");
        mutate("S7: start after the stop", "Switchboard", "return stopped ||", "return false ||");
    }

    private static void closures() {
        mutate("S7: ignore Retry-After", "LaneClosure", "closeFor(failure.retryAfter().toNanos(), now);", "");
        mutate("S7: ignore 429", "LaneClosure", "            tooManyRequests(now);", "");
        mutate(
                "S7: take a query's refusal for the account's",
                "LaneClosure",
                "failure.scope() == Scope.ACCOUNT",
                "failure.reason() == Reason.UNAUTHORIZED || failure.scope() == Scope.ACCOUNT");
        mutate(
                "S7: refuse all commands for a query's refusal",
                "Switchboard",
                "failure.reason() == Reason.UNAUTHORIZED && failure.scope() == Scope.ACCOUNT",
                "failure.reason() == Reason.UNAUTHORIZED");
        mutate("S7: close for any three refusals", "LaneClosure", "if (!cause.equals(refusal)) {", "if (false) {");
        mutate("S7: close after two queries", "LaneClosure", "DIFFERENT_QUERIES = 3", "DIFFERENT_QUERIES = 2");
        mutate("S7: close after four queries", "LaneClosure", "DIFFERENT_QUERIES = 3", "DIFFERENT_QUERIES = 4");
        mutate(
                "S7: never forgive refused queries",
                "LaneClosure",
                "tooMany = 0;\n        refused.clear();",
                "tooMany = 0;");
        mutate(
                "S7: close for as long as one query is to wait",
                "LaneClosure",
                "Math.min(asked.toNanos(), retries.maxDelay().toNanos())",
                "asked.toNanos()");
        mutate(
                "S7: ask all queries at once that may be refused",
                "LaneClosure",
                "unauthorized > 0 || differentQueriesRefused()",
                "unauthorized > 0");
        mutate(
                "S7: ask a query again before its Retry-After",
                "RetryQueue",
                "Math.max(now + backoff(failures), retry.notBefore)",
                "now + backoff(failures)");
        mutate("S7: wait as long after each 429", "LaneClosure", "tooMany++;", "tooMany = 1;");
        mutate("S7: start on a closed lane", "Lane", "&& closure.open(now)", "");
        mutate("S7: never double unauthorized", "LaneClosure", "unauthorized++;", "unauthorized = 1;");
        mutate(
                "S7: never reset unauthorized",
                "LaneClosure",
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
                "closure.probing() ? 1 : maxInFlight",
                "maxInFlight");
    }

    private static void size() {
        mutate("S8: never forget a lane", "Lanes", "if (lane.idle(now))", "if (false)");
        mutate(
                "S8: never look whether a lane can be forgotten",
                "Lane",
                "holdsNothing() ? after(now, forgetAt())",
                "false ? 0");
        mutate(
                "S8: spin",
                "Lane",
                "return Math.min(next, after(now, forecastAt));",
                "return queue.size() > 0 ? now + 1 : next;");
        mutate("S8: remember every answer", "AnswerCache", "weight > mostWeight", "weight > 1_000_000");
        mutate("S8: never full", "Switchboard", "return pending.size() >= settings.limits().waiting()", "return false");
        mutate("S8: forget a lane that is to try again", "Lane", "&& awaitingRetry == 0", "");
        mutate(
                "S8: keep a forgotten command waiting",
                "Switchboard",
                "forgotten.forEach(command -> dequeue(command, now));",
                "");
    }

    private static void snapshots() {
        mutate("snapshot: the newest wait", "QueryQueue", "commands.first()", "commands.last()");
        mutate(
                "snapshot: since the command was numbered",
                "PendingCommand",
                "this.acceptedAt = acceptedAt;",
                "this.acceptedAt = 0;");
        mutate("snapshot: keep a lane's closure", "LaneClosure", "open(now) ? null : closedBy", "closedBy");
        mutate("snapshot: into the past", "LaneClosure", "open(now) ? Duration.ZERO :", "");
    }

    /** Mistakes that were made, and found by the simulation. */
    private static void regressions() {
        mutate(
                "S5: a lane counts as full after its commands were refused",
                "Lane",
                "lanes.markChanged(this, now);\n        return queue.remove(command);",
                "return queue.remove(command);");
        mutate(
                "S6: refuse over-budget before the starts only",
                "Switchboard",
                "List<Request> requests = start(inFlight.isEmpty() ? Math.max(1, maxStarts) : maxStarts, now);\n        lanes.drainForecastDue().forEach(lane -> refuseLate(lane, now));",
                "lanes.drainForecastDue().forEach(lane -> refuseLate(lane, now));\n        List<Request> requests = start(inFlight.isEmpty() ? Math.max(1, maxStarts) : maxStarts, now);");
        mutate(
                "S5: the fullest lane before the last change pays",
                "Lanes",
                "placeChanged();\n        Lane<T> fullest",
                "Lane<T> fullest");
        mutate("S3: place the last of several changed lanes only", "Lanes", "if (changed != lane) {", "if (false) {");
        mutate("S7: refuse as unauthorized after a 429", "LaneClosure", "refusesUntil > now", "!open(now)");
        mutate(
                "S8: look at a lane without a budget every nanosecond",
                "SlotSchedule",
                "return Long.MAX_VALUE;\n        }\n        long most",
                "return moment.now + 1;\n        }\n        long most");
    }
}
