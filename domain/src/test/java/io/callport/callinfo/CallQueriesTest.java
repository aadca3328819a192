package io.callport.callinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queries for tasks, orders and calls exist only with sound parameters. */
class CallQueriesTest {
    @Test
    void ordersAreAskedForByAtMost500Ids() {
        assertThat(new OrderDetailsQuery("t", Collections.nCopies(500, "o")).orderList())
                .hasSize(500);
        assertThatThrownBy(() -> new OrderDetailsQuery("t", Collections.nCopies(501, "o")))
                .hasMessage("orderList: must have 1 to 500 elements, but has 501");
        assertThatThrownBy(() -> new OrderDetailsQuery("t", List.of()))
                .hasMessage("orderList: must have 1 to 500 elements, but has 0");
        assertThatThrownBy(() -> new OrderDetailsQuery("t", null)).hasMessage("orderList: is required");
        assertThatThrownBy(() -> new OrderDetailsQuery("t", Arrays.asList("o", null)))
                .hasMessage("orderList[1]: is required");
    }

    @Test
    void theTaskIsRequired() {
        assertThatThrownBy(() -> new CallsQuery(null, null, null, null)).hasMessage("userTaskId: is required");
        assertThatThrownBy(() -> new OrdersQuery(" ", null, null, null)).hasMessage("userTaskId: must not be blank");
        assertThatThrownBy(() -> new OrderDetailsQuery(null, List.of("o"))).hasMessage("userTaskId: is required");
        assertThatThrownBy(() -> new LatestBatchQuery(null)).hasMessage("userTaskId: is required");
    }

    @Test
    void aPageIsTheFirstOf100ByDefault() {
        assertThat(new TasksQuery(null, null, null)).isEqualTo(new TasksQuery(TasksQuery.Conditions.NONE, 1, 100));
        assertThat(new OrdersQuery("t", null, null, null))
                .isEqualTo(new OrdersQuery("t", OrdersQuery.Options.NONE, 1, 100));
        assertThatThrownBy(() -> new CallsQuery("t", CallsQuery.Options.NONE, 0, 100))
                .hasMessageStartingWith("page: ");
        assertThatThrownBy(() -> new CallsQuery("t", CallsQuery.Options.NONE, 1, 0))
                .hasMessageStartingWith("size: ");
    }

    @Test
    void conditionsAreSound() {
        assertThatThrownBy(() -> new TasksQuery.Conditions(List.of(6), null, null, null, null, null))
                .hasMessage("taskStatus: must be 1 to 5, but is 6");
        assertThatThrownBy(() -> new TasksQuery.Conditions(null, null, null, null, 2L, 1L))
                .hasMessage("startTs: must not be after endTs");
        assertThatThrownBy(() -> new NumberRange(2, 1, true)).hasMessage("gt: must not be more than lt");
        assertThat(new NumberRange(1, null, null).enable()).isTrue();
    }
}
