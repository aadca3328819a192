package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.RuleViolation.unless;

import io.callport.query.Answer;
import io.callport.switchboard.Result.RequestSummary;
import io.callport.switchboard.simulation.model.ModelCommand;
import io.callport.switchboard.simulation.model.ModelRequest;
import io.callport.switchboard.simulation.model.ModelState;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * S4: all answers so far of accounts whose commands allowed an age. The switchboard may have forgotten some, but not
 * from the start.
 */
final class CachedAnswerRule {
    private record Key(String account, SimulatedQuery query) {}

    private record Remembered(ModelRequest inFlight, Answer answer) {}

    private final ModelState state;
    private final Map<Key, List<Remembered>> answers = new HashMap<>();
    private final Set<String> askedWithAge = new HashSet<>();
    private final List<ModelCommand> certain = new ArrayList<>();

    CachedAnswerRule(ModelState state) {
        this.state = state;
    }

    void answered(ModelRequest inFlight, Answer answer) {
        if (!askedWithAge.contains(inFlight.lane.account.key())) {
            return;
        }
        Key key = new Key(inFlight.lane.account.key(), (SimulatedQuery) inFlight.request.query());
        answers.computeIfAbsent(key, tracked -> new ArrayList<>()).add(new Remembered(inFlight, answer));
    }

    /** A command came in: if it allows the age of every answer to its query, it must be given one at once. */
    void arrives(ModelCommand tracked, long now) {
        if (!tracked.command.maxAge().isZero()) {
            askedWithAge.add(tracked.lane.account.key());
        }
        List<Remembered> known = known(tracked);
        boolean open = tracked.lane.closure.lockedUntil <= now && tracked.deadline() > now;
        boolean holdsAll = answers.size() <= state.scenario.limits().answerMemory();
        if (open
                && holdsAll
                && !known.isEmpty()
                && known.stream().allMatch(one -> tracked.joins(one.inFlight.startedAt))) {
            certain.add(tracked);
        }
    }

    /** Whether a command was right to get an answer from memory. */
    boolean fits(ModelCommand tracked, Answer answer, RequestSummary summary) {
        for (Remembered one : known(tracked)) {
            boolean same = one.inFlight.startedAt == summary.startedAt() && one.inFlight.endedAt == summary.endedAt();
            if (same && one.answer.equals(answer)) {
                return tracked.joins(one.inFlight.startedAt) && one.inFlight.endedAt <= tracked.acceptedAt;
            }
        }
        return false;
    }

    /** After an advance: no command waits for an answer that is known. */
    void check() {
        for (ModelCommand tracked : certain) {
            boolean waits = state.pending.get(tracked.command.attachment()) == tracked;
            unless(!waits, "S4", tracked + " waits, though a cached answer is young enough");
        }
        certain.clear();
    }

    private List<Remembered> known(ModelCommand tracked) {
        return answers.getOrDefault(new Key(tracked.lane.account.key(), tracked.query()), List.of());
    }
}
