package io.callport.kafka.takeover.model.ages;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.takeover.model.Exploration;
import io.callport.kafka.takeover.model.Explorer;
import io.callport.kafka.takeover.model.ages.AgesModel.Inherited;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgesModelTest {
    /** Both bounds hold either way: a record that was read says at that moment what its new owner believes. */
    @ParameterizedTest
    @EnumSource(Inherited.class)
    void noWindowHoldsTwoRequestsAndNoHandOverLosesMoreThanARefresh(Inherited inherited) {
        Exploration exploration = Explorer.explore("ages, inherited " + inherited, new AgesModel(inherited, null));
        assertThat(exploration.counterexample()).as("%s", exploration).isNull();
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyMistakeIsFound(Mistake mistake) {
        Exploration exploration = Explorer.explore(mistake.name(), new AgesModel(Inherited.AT_ONCE, mistake));
        assertThat(exploration.counterexample()).as("%s", exploration).isNotNull();
    }
}
