package io.callport.system.crash.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void isMadeOfItsSeedAlone() {
        assertThat(Schedule.of(plan(7))).isEqualTo(Schedule.of(plan(7))).isNotEqualTo(Schedule.of(plan(8)));
    }

    @Test
    void hasEveryKindAndLastsAsLongAsThePlan() {
        Schedule schedule = Schedule.of(plan(7));

        Set<FaultType> kinds =
                schedule.steps().stream().map(ScheduledFault::kind).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.complementOf(EnumSet.of(FaultType.ROLLING_RESTART)));
        ScheduledFault last = schedule.steps().get(schedule.steps().size() - 1);
        assertThat(last.at()).isBetween(MINUTE.minusSeconds(10), MINUTE.plusSeconds(10));
    }

    @Test
    void someInstanceIsFrozenForLongerThanItsSession() {
        assertThat(Schedule.of(plan(7)).steps())
                .anyMatch(
                        step -> step.kind() == FaultType.FREEZE && step.length().compareTo(Plan.SESSION) > 0);
    }

    private static Plan plan(long seed) {
        return new Plan(seed, MINUTE, "classic", Scale.SHORT, FaultMix.everything(Duration.ofSeconds(2)));
    }
}
