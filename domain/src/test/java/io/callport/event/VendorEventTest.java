package io.callport.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.callinfo.CallState;
import io.callport.callinfo.Task;
import io.callport.catalog.Events;
import io.callport.query.VendorFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VendorEventTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Account ACCOUNT = new Account("callbot", "account-1");

    @Test
    void isAboutTheIdInItsData() {
        VendorEvent event = event(ID, task("task-1"));

        assertThat(event.mapped()).isTrue();
        assertThat(event.subject()).contains("task-1");
    }

    @Test
    void isAboutNothingWhereTheVendorSentNoId() {
        assertThat(event(ID, task(null)).subject()).isEmpty();
    }

    @Test
    void dataThatCouldNotBeMappedHaveNoSubject() {
        VendorEvent event = event(ID, new UnmappedData(VendorFields.NONE));

        assertThat(event.mapped()).isFalse();
        assertThat(event.subject()).isEmpty();
    }

    @Test
    void anIdIs32HexadecimalDigits() {
        assertThatThrownBy(() -> event("ABC", task("task-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event: id must be 32 lower-case hexadecimal digits, but has 3 characters");
    }

    @Test
    void dataOfAnotherTypeAreRefused() {
        CallState state =
                new CallState(null, null, null, null, null, null, null, null, null, null, null, VendorFields.NONE);

        assertThatThrownBy(() -> event(ID, state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event: data of call-info.task must be a Task or UnmappedData");
    }

    private static VendorEvent event(String id, Record data) {
        return new VendorEvent(id, Events.TASK, ACCOUNT, Instant.EPOCH, null, data);
    }

    private static Task task(@Nullable String taskId) {
        return new Task(null, taskId, null, null, null, null, VendorFields.NONE);
    }
}
