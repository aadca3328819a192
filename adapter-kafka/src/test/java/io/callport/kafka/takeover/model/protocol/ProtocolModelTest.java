package io.callport.kafka.takeover.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.takeover.model.Exploration;
import io.callport.kafka.takeover.model.Explorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolModelTest {
    private static final int FAULTS = 2 + Explorer.MORE_FAULTS;

    private static final int PROCESSES = Integer.getInteger("takeover.model.processes", 2);

    @Test
    void theProtocolBreaksNoPromise() {
        Exploration exploration = Explorer.explore("the protocol", new ProtocolModel(PROCESSES, FAULTS, 1, null));
        assertThat(exploration.counterexample()).as("%s", exploration).isNull();
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyMistakeIsFound(Mistake mistake) {
        Exploration exploration = Explorer.explore(mistake.name(), new ProtocolModel(PROCESSES, FAULTS, 1, mistake));
        assertThat(exploration.counterexample()).as("%s", exploration).isNotNull();
    }
}
