package io.callport.callinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.callinfo.filter.Between;
import io.callport.callinfo.filter.CallOptions;
import io.callport.callinfo.filter.OrderOptions;
import io.callport.callinfo.filter.TaskConditions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queries for tasks, orders and calls exist only with sound parameters. */
class CallQueriesTest {
    @Test
    void ordersAreAskedForByAtMost500Ids() {
        assertThat(new OrderDetails("t", Collections.nCopies(500, "o")).orderList())
                .hasSize(500);
        assertThatThrownBy(() -> new OrderDetails("t", Collections.nCopies(501, "o")))
                .hasMessage("orderList: must have 1 to 500 elements, but has 501");
        assertThatThrownBy(() -> new OrderDetails("t", List.of()))
                .hasMessage("orderList: must have 1 to 500 elements, but has 0");
        assertThatThrownBy(() -> new OrderDetails("t", null)).hasMessage("orderList: is required");
        assertThatThrownBy(() -> new OrderDetails("t", Arrays.asList("o", null)))
                .hasMessage("orderList[1]: is required");
    }

    @Test
    void theTaskIsRequired() {
        assertThatThrownBy(() -> new Calls(null, null, null, null)).hasMessage("userTaskId: is required");
        assertThatThrownBy(() -> new Orders(" ", null, null, null)).hasMessage("userTaskId: must not be blank");
        assertThatThrownBy(() -> new OrderDetails(null, List.of("o"))).hasMessage("userTaskId: is required");
        assertThatThrownBy(() -> new LatestBatch(null)).hasMessage("userTaskId: is required");
    }

    @Test
    void aPageIsTheFirstOf100UnlessTold() {
        assertThat(new Tasks(null, null, null)).isEqualTo(new Tasks(TaskConditions.NONE, 1, 100));
        assertThat(new Orders("t", null, null, null)).isEqualTo(new Orders("t", OrderOptions.NONE, 1, 100));
        assertThatThrownBy(() -> new Calls("t", CallOptions.NONE, 0, 100)).hasMessageStartingWith("page: ");
        assertThatThrownBy(() -> new Calls("t", CallOptions.NONE, 1, 0)).hasMessageStartingWith("size: ");
    }

    @Test
    void conditionsAreSound() {
        assertThatThrownBy(() -> new TaskConditions(List.of(6), null, null, null, null, null))
                .hasMessage("taskStatus: must be 1 to 5, but is 6");
        assertThatThrownBy(() -> new TaskConditions(null, null, null, null, 2L, 1L))
                .hasMessage("startTs: must not be after endTs");
        assertThatThrownBy(() -> new Between(2, 1, true)).hasMessage("gt: must not be more than lt");
        assertThat(new Between(1, null, null).enable()).isTrue();
    }
}
