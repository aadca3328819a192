package io.callport.kafka.takeover.model.ages;

import static io.callport.kafka.takeover.model.ages.SystemState.REFRESH;
import static io.callport.kafka.takeover.model.ages.SystemState.WINDOW;

import io.callport.kafka.takeover.model.Model;
import io.callport.kafka.takeover.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Owners that take turns, orderly or by a crash.
 *
 * @param inherited when an inherited record is written again
 */
record AgesModel(Inherited inherited, @Nullable Mistake mistake) implements Model<SystemState> {

    /** The times at which an owner writes a record again that it has read and not changed. */
    enum Inherited {
        AT_ONCE,
        LIKE_ITS_OWN
    }

    @Override
    public SystemState start() {
        return SystemState.START;
    }

    @Override
    public @Nullable String brokenPromise(SystemState system) {
        return system.broken();
    }

    @Override
    public boolean isAtRest(SystemState system) {
        return system.owned() && system.free();
    }

    @Override
    public List<Step<SystemState>> steps(SystemState system) {
        List<Step<SystemState>> steps = new ArrayList<>();
        for (int request = 0; request < system.travelling().size(); request++) {
            boolean own = system.inFlight()
                    && !system.arrived()
                    && request == system.travelling().size() - 1;
            steps.add(Step.ordinary("a request arrives", system.arrived(request, own)));
        }
        if (system.owned()) {
            owner(system, steps);
        } else {
            takeOver(system, steps);
        }
        if (!system.due() && !mustRefresh(system) && !mustEnd(system)) {
            steps.add(Step.ordinary("a tick passes", system.tick()));
        }
        return steps;
    }

    private void owner(SystemState system, List<Step<SystemState>> steps) {
        if (system.free() && !system.due()) {
            steps.add(Step.ordinary("the owner announces and starts a request", system.announced()));
        }
        if (system.inFlight() && system.arrived()) {
            steps.add(Step.ordinary("its request is answered", system.ended(0)));
        }
        if (mustEnd(system)) {
            steps.add(Step.ordinary("its request times out", system.ended(-system.timeout())));
        }
        if (system.due() || mustRefresh(system)) {
            steps.add(Step.ordinary("the owner writes the record", system.written()));
        }
        steps.add(Step.fault("FAULT: the owner crashes", system.left()));
        steps.add(Step.fault(
                "the owner writes the record and leaves", system.written().left()));
    }

    private static boolean mustEnd(SystemState system) {
        return system.owned() && system.inFlight() && system.age() >= -system.timeout();
    }

    private boolean mustRefresh(SystemState system) {
        boolean old = system.unwritten() >= REFRESH && system.record() != null;
        boolean neverDue = mistake == Mistake.INHERITED_RECORDS_NOT_DUE && system.inherited();
        return system.owned() && old && mistake != Mistake.NO_REFRESH && !neverDue;
    }

    private void takeOver(SystemState system, List<Step<SystemState>> steps) {
        Integer read = system.record();
        int reader =
                system.timeout() == SystemState.LONG_TIMEOUT ? SystemState.SHORT_TIMEOUT : SystemState.LONG_TIMEOUT;
        if (read != null
                && mistake == Mistake.READERS_TIMEOUT
                && reader < system.timeout()
                && read == -SystemState.mayTake(system.timeout())) {
            read = -SystemState.mayTake(reader);
        }
        int age = read == null ? WINDOW : read;
        int lost = system.age() - age;
        String tooOld = lost > REFRESH + system.gap()
                ? "a hand-over loses " + lost + " ticks of the age, " + system.gap()
                        + " of them before the next owner reads"
                : null;
        boolean due = inherited == Inherited.AT_ONCE && mistake != Mistake.INHERITED_RECORDS_NOT_DUE && read != null;
        steps.add(Step.ordinary("the next owner reads the age " + age, system.takenOver(read, due, tooOld)));
    }
}
