package io.callport.kafka.takeover.model.ages;

import static io.callport.kafka.takeover.model.ages.World.REFRESH;
import static io.callport.kafka.takeover.model.ages.World.WINDOW;

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
record AgesModel(Inherited inherited, @Nullable Mistake mistake) implements Model<World> {

    /** The times at which an owner writes a record again that it has read and not changed. */
    enum Inherited {
        AT_ONCE,
        LIKE_ITS_OWN
    }

    @Override
    public World start() {
        return World.START;
    }

    @Override
    public @Nullable String brokenPromise(World world) {
        return world.broken();
    }

    @Override
    public boolean settled(World world) {
        return world.owned() && world.free();
    }

    @Override
    public List<Step<World>> steps(World world) {
        List<Step<World>> steps = new ArrayList<>();
        for (int request = 0; request < world.travelling().size(); request++) {
            boolean own = world.inFlight()
                    && !world.arrived()
                    && request == world.travelling().size() - 1;
            steps.add(Step.ordinary("a request arrives", world.arrived(request, own)));
        }
        if (world.owned()) {
            owner(world, steps);
        } else {
            takeOver(world, steps);
        }
        if (!world.due() && !mustRefresh(world) && !mustEnd(world)) {
            steps.add(Step.ordinary("a tick passes", world.tick()));
        }
        return steps;
    }

    private void owner(World world, List<Step<World>> steps) {
        if (world.free() && !world.due()) {
            steps.add(Step.ordinary("the owner announces and starts a request", world.announced()));
        }
        if (world.inFlight() && world.arrived()) {
            steps.add(Step.ordinary("its request is answered", world.ended(0)));
        }
        if (mustEnd(world)) {
            steps.add(Step.ordinary("its request times out", world.ended(-world.timeout())));
        }
        if (world.due() || mustRefresh(world)) {
            steps.add(Step.ordinary("the owner writes the record", world.written()));
        }
        steps.add(Step.fault("FAULT: the owner crashes", world.left()));
        steps.add(Step.fault(
                "the owner writes the record and leaves", world.written().left()));
    }

    private static boolean mustEnd(World world) {
        return world.owned() && world.inFlight() && world.age() >= -world.timeout();
    }

    private boolean mustRefresh(World world) {
        boolean old = world.unwritten() >= REFRESH && world.record() != null;
        boolean neverDue = mistake == Mistake.INHERITED_RECORDS_NOT_DUE && world.inherited();
        return world.owned() && old && mistake != Mistake.NO_REFRESH && !neverDue;
    }

    private void takeOver(World world, List<Step<World>> steps) {
        Integer read = world.record();
        int reader = world.timeout() == World.LONG_TIMEOUT ? World.SHORT_TIMEOUT : World.LONG_TIMEOUT;
        if (read != null
                && mistake == Mistake.READERS_TIMEOUT
                && reader < world.timeout()
                && read == -World.mayTake(world.timeout())) {
            read = -World.mayTake(reader);
        }
        int age = read == null ? WINDOW : read;
        int lost = world.age() - age;
        String tooOld = lost > REFRESH + world.gap()
                ? "a hand-over loses " + lost + " ticks of the age, " + world.gap()
                        + " of them before the next owner reads"
                : null;
        boolean due = inherited == Inherited.AT_ONCE && mistake != Mistake.INHERITED_RECORDS_NOT_DUE && read != null;
        steps.add(Step.ordinary("the next owner reads the age " + age, world.takenOver(read, due, tooOld)));
    }
}
