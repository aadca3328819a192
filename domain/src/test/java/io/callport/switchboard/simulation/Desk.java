package io.callport.switchboard.simulation;

import io.callport.account.Account;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Violation;
import io.callport.switchboard.simulation.rules.Model;
import io.callport.switchboard.simulation.scenario.Ask;
import io.callport.switchboard.simulation.scenario.Event;
import io.callport.switchboard.simulation.scenario.Fate;
import io.callport.switchboard.simulation.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sits before the switchboard: hands it what happens, tells the model the same, and makes its requests. */
final class Desk {
    private final Scenario scenario;
    private final Timetable timetable;
    private final Trace trace;
    private final Vendors vendors;
    private final Map<Integer, Long> requests = new HashMap<>();
    private final List<Event.Arrives> held = new ArrayList<>();
    private Switchboard<Long> board;
    private Model model;
    private boolean handingOver;
    private long wakeAt = Long.MAX_VALUE;

    Desk(Scenario scenario, Timetable timetable, Trace trace) {
        this.scenario = scenario;
        this.timetable = timetable;
        this.trace = trace;
        this.vendors = new Vendors(scenario);
        this.board = new Switchboard<>(scenario.settings());
        this.model = new Model(scenario);
    }

    long wakeAt() {
        return wakeAt;
    }

    void happens(Event event, long now) {
        if (event instanceof Event.Arrives arrives) {
            arrives(arrives, now);
        } else if (!handingOver) {
            happensInside(event, now);
        }
    }

    private void happensInside(Event event, long now) {
        tell(now, event);
        if (event instanceof Event.Forgets forgets) {
            board.forget(forgets::matches, now);
            model.forgot(forgets::matches);
        } else if (event instanceof Event.Stops) {
            board.stop();
            model.stopped();
        } else if (event instanceof Event.HandsOver over) {
            handOver(over, now);
        }
    }

    private void arrives(Event.Arrives event, long now) {
        if (handingOver) {
            held.add(event);
            return;
        }
        Account account = scenario.accounts().get(event.account()).account();
        long deadline = now + event.deadlineIn();
        Command<Long> command = new Command<>(event.id(), account, new Ask(event.query()), deadline, event.maxAge());
        if (trace.kept()) {
            String age = event.maxAge().isZero() ? "" : ", maxAge " + event.maxAge();
            tell(
                    now,
                    "accept #" + event.id() + " a" + event.account() + " q" + event.query() + ", deadline "
                            + trace.time(deadline) + age);
        }
        board.accept(command, now);
        model.accepted(command, now);
    }

    private void handOver(Event.HandsOver over, long now) {
        HandOver baton = HandOver.take(scenario, board, over.grain(), now);
        for (Asked asked : model.pending()) {
            Ask query = asked.query();
            Command<Long> command = asked.command;
            int account = Scenario.number(command.account());
            long deadlineIn = command.deadline() - asked.acceptedAt;
            Event.Arrives again =
                    new Event.Arrives(now, command.origin(), account, query.number(), deadlineIn, command.maxAge());
            held.add(again);
        }
        handingOver = true;
        wakeAt = Long.MAX_VALUE;
        timetable.plan(now + over.pause(), then -> takeOver(baton, then));
    }

    private void takeOver(HandOver baton, long now) {
        board = new Switchboard<>(scenario.settings());
        model = new Model(scenario);
        handingOver = false;
        baton.give(board, model, now);
        tell(now, "take over with " + baton);
        for (Event.Arrives event : held) {
            timetable.plan(now, then -> arrives(event, then));
        }
        held.clear();
    }

    void advance(long now, double random) {
        if (handingOver) {
            return;
        }
        Effects<Long> effects = board.advance(now, random);
        if (trace.kept()) {
            effects.results().forEach(result -> trace.add(now, result));
            effects.requests().forEach(request -> tell(now, "  start " + request));
            trace.addAdvance(now, random, effects.wakeAt());
        }
        Violation.unless(effects.wakeAt() > now, "S8", "asks to be woken up at once");
        wakeAt = effects.wakeAt();
        model.advanced(board, effects, now);
        effects.requests().forEach(request -> start(request, now));
    }

    private void start(Request request, long now) {
        int account = Scenario.number(request.account());
        Fate fate = Fate.of(scenario, account, requests.merge(account, 1L, Long::sum), now);
        if (fate.arrivesAt() != Fate.NEVER) {
            timetable.plan(fate.arrivesAt(), then -> vendors.arrives(account, then));
        }
        Switchboard<Long> started = board;
        timetable.plan(fate.endsAt(), then -> ended(started, request, fate, then));
    }

    private void ended(Switchboard<Long> by, Request request, Fate fate, long now) {
        if (by == board && !handingOver) {
            tell(now, "end " + request + " " + fate.outcome());
            board.ended(request, fate.outcome(), now);
            model.ended(request, fate.outcome(), now);
        }
    }

    private void tell(long now, Object what) {
        if (trace.kept()) {
            trace.add(now, what.toString());
        }
    }

    void drained() {
        model.drained(board);
    }
}
