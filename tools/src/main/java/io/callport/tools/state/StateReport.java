package io.callport.tools.state;

import io.callport.account.Budget;
import io.callport.kafka.admin.StateView;
import io.callport.kafka.admin.StateView.AccountRecord;
import io.callport.kafka.admin.StateView.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of an account beside its configuration.
 *
 * @param view the state that Kafka keeps
 * @param configured the budget that the configuration gives the account; {@code null} if the account is not configured
 */
record StateReport(StateView view, @Nullable Budget configured) {
    /** Whether nobody knows the account: most often its name is misspelt. */
    boolean isOfUnknownAccount() {
        return configured == null && view.accountRecord() == null;
    }

    String budget() {
        return configured == null ? "not configured" : "budget " + configured;
    }

    /** The differences between the configuration and what is kept, and what follows from them, in sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        AccountRecord kept = view.accountRecord();
        if (kept != null && !kept.budget().equals(configured)) {
            notes.add(consequence(kept.budget(), configured));
        }
        Identity identity = view.contents().identity();
        if (identity != null && identity.partitions() != view.home().partitions()) {
            notes.add("The state was written for " + identity.partitions() + " partitions, but "
                    + view.home().commands()
                    + " has " + view.home().partitions()
                    + ": accounts whose home moved count as having spent their whole"
                    + " budget, until every instance was stopped and started again and a window has passed.");
        }
        return notes;
    }

    private static String consequence(Budget kept, @Nullable Budget configured) {
        if (configured == null) {
            return "The account is not configured here: its commands are refused, and its record is removed when all"
                    + " slots are free.";
        }
        if (!configured.limited()) {
            return "The record is of budget " + kept + ", but no budget is configured: a new owner counts no slots.";
        }
        return "The record is of budget " + kept + ", but " + configured + " is configured: a new owner counts all "
                + configured.requests() + " slots as spent, each as young as the youngest of the record.";
    }
}
