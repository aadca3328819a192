package io.callport.switchboard.simulation;

import io.callport.account.Account;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.RuleViolation;
import io.callport.switchboard.simulation.rules.SwitchboardModel;
import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.ScenarioEvent;
import io.callport.switchboard.simulation.scenario.SimulatedExchange;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drives a switchboard: passes every event to it and to the model, and makes its requests. */
final class SwitchboardDriver {
    private final Scenario scenario;
    private final EventSchedule schedule;
    private final Trace trace;
    private final VendorBudgetCheck vendors;
    private final Map<Integer, Long> requests = new HashMap<>();
    private final List<ScenarioEvent.Arrives> held = new ArrayList<>();
    private Switchboard<Long> switchboard;
    private SwitchboardModel model;
    private boolean handingOver;
    private long wakeAt = Long.MAX_VALUE;

    SwitchboardDriver(Scenario scenario, EventSchedule schedule, Trace trace) {
        this.scenario = scenario;
        this.schedule = schedule;
        this.trace = trace;
        this.vendors = new VendorBudgetCheck(scenario);
        this.switchboard = new Switchboard<>(scenario.settings(), scenario.seed());
        this.model = new SwitchboardModel(scenario);
    }

    long wakeAt() {
        return wakeAt;
    }

    void happens(ScenarioEvent event, long now) {
        if (event instanceof ScenarioEvent.Arrives arrives) {
            arrives(arrives, now);
        } else if (!handingOver) {
            happensInside(event, now);
        }
    }

    private void happensInside(ScenarioEvent event, long now) {
        record(now, event);
        if (event instanceof ScenarioEvent.Forgets forgets) {
            switchboard.forget(forgets::matches, now);
            model.forgot(forgets::matches);
        } else if (event instanceof ScenarioEvent.Stops) {
            switchboard.stop();
            model.stopped();
        } else if (event instanceof ScenarioEvent.HandsOver over) {
            handOver(over, now);
        }
    }

    private void arrives(ScenarioEvent.Arrives event, long now) {
        if (handingOver) {
            held.add(event);
            return;
        }
        Account account = scenario.accounts().get(event.account()).account();
        long deadline = now + event.deadlineIn();
        Command<Long> command =
                new Command<>(event.id(), account, new SimulatedQuery(event.query()), deadline, event.maxAge());
        if (trace.kept()) {
            String age = event.maxAge().isZero() ? "" : ", maxAge " + event.maxAge();
            record(
                    now,
                    "accept #" + event.id() + " a" + event.account() + " q" + event.query() + ", deadline "
                            + trace.time(deadline) + age);
        }
        switchboard.accept(command, now);
        model.accepted(command, now);
    }

    private void handOver(ScenarioEvent.HandsOver over, long now) {
        HandedOverSlots baton = HandedOverSlots.take(scenario, switchboard, model, over.grain(), now);
        for (ModelCommand tracked : model.pending()) {
            SimulatedQuery query = tracked.query();
            Command<Long> command = tracked.command;
            int account = Scenario.number(command.account());
            long deadlineIn = command.deadline() - tracked.acceptedAt;
            ScenarioEvent.Arrives again = new ScenarioEvent.Arrives(
                    now, command.attachment(), account, query.number(), deadlineIn, command.maxAge());
            held.add(again);
        }
        handingOver = true;
        wakeAt = Long.MAX_VALUE;
        schedule.plan(now + over.pause(), then -> takeOver(baton, then));
    }

    private void takeOver(HandedOverSlots baton, long now) {
        switchboard = new Switchboard<>(scenario.settings(), scenario.seed());
        model = new SwitchboardModel(scenario);
        handingOver = false;
        baton.give(switchboard, model, now);
        record(now, "take over with " + baton);
        for (ScenarioEvent.Arrives event : held) {
            schedule.plan(now, then -> arrives(event, then));
        }
        held.clear();
    }

    void advance(long now, double random) {
        if (handingOver) {
            return;
        }
        Effects<Long> effects = switchboard.advance(now, random);
        if (trace.kept()) {
            effects.results().forEach(result -> trace.add(now, result));
            effects.requests().forEach(request -> record(now, "  start " + request));
            trace.addAdvance(now, random, effects.wakeAt());
        }
        RuleViolation.unless(effects.wakeAt() > now, "S8", "asks to be woken up at once");
        wakeAt = effects.wakeAt();
        model.advanced(switchboard, effects, now);
        effects.requests().forEach(request -> start(request, now));
    }

    private void start(Request request, long now) {
        int account = Scenario.number(request.account());
        SimulatedExchange exchange =
                SimulatedExchange.of(scenario, account, requests.merge(account, 1L, Long::sum), now);
        if (exchange.arrivesAt() != SimulatedExchange.NEVER) {
            schedule.plan(exchange.arrivesAt(), then -> vendors.arrives(account, then));
        }
        Switchboard<Long> started = switchboard;
        schedule.plan(exchange.endsAt(), then -> ended(started, request, exchange, then));
    }

    private void ended(Switchboard<Long> by, Request request, SimulatedExchange exchange, long now) {
        if (by == switchboard && !handingOver) {
            record(now, "end " + request + " " + exchange.outcome());
            switchboard.ended(request, exchange.outcome(), 1, now);
            model.ended(request, exchange.outcome(), now);
        }
    }

    private void record(long now, Object what) {
        if (trace.kept()) {
            trace.add(now, what.toString());
        }
    }

    void drained() {
        model.drained(switchboard);
    }
}
