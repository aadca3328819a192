package io.callport.kafka.takeover.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.takeover.model.Exploration;
import io.callport.kafka.takeover.model.Explorer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolModelTest {
    private static final int FAULTS = Integer.getInteger("takeover.model.faults", 2);

    @Test
    void theProtocolBreaksNoPromise() {
        long began = System.nanoTime();
        Exploration exploration = Explorer.explore(new ProtocolModel(2, FAULTS, 1, null));
        System.out.println(Duration.ofNanos(System.nanoTime() - began) + " " + exploration);
        assertThat(exploration.counterexample()).as("%s", exploration).isNull();
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyMistakeIsFound(Mistake mistake) {
        long began = System.nanoTime();
        Exploration exploration = Explorer.explore(new ProtocolModel(2, FAULTS, 1, mistake));
        System.out.println(mistake + ": " + Duration.ofNanos(System.nanoTime() - began) + " " + exploration);
        assertThat(exploration.counterexample()).as("%s", exploration).isNotNull();
    }
}
