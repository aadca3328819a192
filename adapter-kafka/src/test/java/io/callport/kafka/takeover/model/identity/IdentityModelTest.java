package io.callport.kafka.takeover.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.takeover.model.Exploration;
import io.callport.kafka.takeover.model.Explorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityModelTest {
    private static final int FAULTS = 3 + Explorer.MORE_FAULTS;

    @Test
    void topicsAndOffsetsOfOneGroupMayBeReplaced() {
        Exploration exploration = Explorer.explore("one group", IdentityModel.of(1, FAULTS, null));
        assertThat(exploration.counterexample()).as("%s", exploration).isNull();
    }

    @Test
    void twoGroupsMayHaveOneStateTopicByMistake() {
        Exploration exploration = Explorer.explore("two groups", IdentityModel.of(2, FAULTS - 2, null));
        assertThat(exploration.counterexample()).as("%s", exploration).isNull();
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyMistakeIsFound(Mistake mistake) {
        int groups = mistake == Mistake.GROUP_NOT_COMPARED ? 2 : 1;
        Exploration exploration =
                Explorer.explore(mistake.name(), IdentityModel.of(groups, groups == 2 ? FAULTS - 2 : FAULTS, mistake));
        assertThat(exploration.counterexample()).as("%s", exploration).isNotNull();
    }
}
