package io.callport.system.crash.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The faults of a run, made from its seed. Faults of different targets may overlap; faults of one target wait for each
 * other.
 *
 * @param steps the faults in the order of their beginnings
 */
public record Schedule(List<ScheduledFault> steps) {
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(2);

    /** Makes the schedule of a plan. */
    public static Schedule of(Plan plan) {
        Random random = new Random(plan.seed());
        List<ScheduledFault> steps = new ArrayList<>();
        List<FaultType> first = new ArrayList<>(plan.faultMix().kinds());
        Collections.shuffle(first, random);
        Duration at = wait(plan, random).dividedBy(2);
        for (int i = 0; at.compareTo(plan.duration()) < 0; i++) {
            List<FaultType> kinds = plan.faultMix().kinds();
            FaultType kind = i < first.size() ? first.get(i) : kinds.get(random.nextInt(kinds.size()));
            add(kind, at, plan, random, steps);
            at = at.plus(wait(plan, random));
        }
        return new Schedule(List.copyOf(steps));
    }

    private static Duration wait(Plan plan, Random random) {
        return millis(plan.faultMix().pace().toMillis() / 2
                + random.nextInt((int) plan.faultMix().pace().toMillis()));
    }

    private static void add(FaultType kind, Duration at, Plan plan, Random random, List<ScheduledFault> steps) {
        int instance = random.nextInt(plan.scale().instances());
        int choice = random.nextInt(1_000);
        if (kind != FaultType.ROLLING_RESTART) {
            steps.add(new ScheduledFault(at, kind, instance, length(kind, random), choice));
            return;
        }
        for (int i = 0; i < plan.scale().instances(); i++) {
            Duration begins = at.plus(BETWEEN_RESTARTS.multipliedBy(i));
            steps.add(new ScheduledFault(begins, FaultType.RESTART, i, Duration.ZERO, choice));
        }
    }

    private static Duration length(FaultType kind, Random random) {
        return switch (kind) {
            case KILL, BROKER_CRASH -> millis(random.nextInt(2_000));
            case FREEZE ->
                random.nextInt(4) == 0
                        ? millis(100 + random.nextInt(1_500))
                        : Plan.SESSION.plusMillis(1_000 + random.nextInt(4_000));
            case VENDOR_FAULT -> millis(1_000 + random.nextInt(4_000));
            case RESTART, ROLLING_RESTART -> Duration.ZERO;
        };
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** The schedule as text, with a line for each fault. */
    @Override
    public String toString() {
        return steps.stream().map(ScheduledFault::toString).collect(Collectors.joining("\n"));
    }
}
