package io.callport.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AgentsQueryTest {
    @Test
    void namesTheBoundOfEachVendor() {
        assertThatThrownBy(() -> agents(1, 500))
                .hasMessage("size: must be 1 to 100 at 7moor and 1 to 200 at nxlink, but is 500");
        assertThatThrownBy(() -> agents(1, 0)).hasMessageContaining("1 to 100 at 7moor");
        assertThatThrownBy(() -> agents(0, 1)).hasMessage("page: must be at least 1, but is 0");
        assertThat(agents(1, 200).size()).isEqualTo(200);
    }

    private static AgentsQuery agents(int page, int size) {
        return new AgentsQuery(null, null, null, null, null, null, page, size);
    }
}
