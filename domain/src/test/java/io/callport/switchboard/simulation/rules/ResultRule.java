package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.RequestSummary;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelRequest;
import io.callport.switchboard.simulation.model.ModelState;
import java.util.ArrayList;
import java.util.List;

/** S1: one result per command, the right one, in time. */
final class ResultRule {
    private final ModelState state;
    private final RefusalRule refusals;
    private final CachedAnswerRule memory;
    private final List<Result<Long>> undecided = new ArrayList<>();

    ResultRule(ModelState state, OverloadRule overload, LatenessRule lateness, CachedAnswerRule memory) {
        this.state = state;
        this.refusals = new RefusalRule(overload, lateness);
        this.memory = memory;
    }

    void check(Result<Long> result, long now) {
        ModelCommand tracked = state.pending.get(result.command().attachment());
        String what = result.command().attachment() + " " + result.outcome();
        unless(
                tracked != null && result.command().equals(tracked.command),
                "S1",
                "a result that nobody awaits: #" + what);
        boolean decided = result.outcome()
                .fold(answer -> answered(tracked, result, answer), failure -> failed(tracked, failure, now));
        if (decided) {
            state.complete(tracked);
        } else {
            undecided.add(result);
        }
    }

    /** After the starts of an advance: what was no reason to refuse before them may be one now. */
    void checkUndecided(long now) {
        for (Result<Long> result : undecided) {
            ModelCommand tracked = state.pending.get(result.command().attachment());
            unless(
                    refusals.late(tracked, now),
                    "S6",
                    tracked + " is refused, though it may be in time: " + result.outcome());
            state.complete(tracked);
        }
        undecided.clear();
    }

    private boolean answered(ModelCommand tracked, Result<Long> result, Answer answer) {
        RequestSummary summary = result.request();
        unless(summary != null, "S1", tracked + " has an answer without an summary");
        boolean fresh = tracked.allows(summary.startedAt());
        unless(fresh, "S4", tracked + " has an answer that is older than it allows");
        if (tracked.due == null) {
            unless(memory.fits(tracked, answer, summary), "S4", tracked + " has an answer out of nowhere");
            state.removeAnswered(tracked);
        } else {
            unless(tracked.due.equals(result.outcome()), "S1", tracked + " has another answer than its request's");
            check(tracked, summary);
        }
        return true;
    }

    private static void check(ModelCommand tracked, RequestSummary summary) {
        ModelRequest inFlight = tracked.inFlight;
        RequestSummary right =
                new RequestSummary(inFlight.startedAt, inFlight.endedAt, tracked.attempts, inFlight.shared);
        unless(right.equals(summary), "S4", tracked + " has " + summary + " instead of " + right);
    }

    private boolean failed(ModelCommand tracked, QueryFailure failure, long now) {
        boolean due =
                tracked.due instanceof Outcome.Failed known && known.failure().reason() == failure.reason();
        boolean timeUp = tracked.deadline() <= now;
        if (due) {
            return true;
        }
        unless(tracked.due == null || timeUp, "S1", tracked + " is refused instead of " + tracked.due);
        return refusals.check(tracked, failure, now);
    }

    /** After all results of an advance: none is missing. */
    void nothingLeft(long now) {
        for (ModelCommand tracked : state.due) {
            boolean open = state.pending.get(tracked.command.attachment()) == tracked;
            unless(!open, "S1", tracked + " has no result, though its request ended");
        }
        state.due.clear();
        memory.check();
        unless(state.nextDeadline() > now, "S1", "a deadline passed without a result");
    }
}
