package io.callport.app.admin.accounts;

import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.kafka.state.AccountSnapshot.PublishedRefusal;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.query.QueryFailure;
import io.callport.switchboard.LaneSnapshot;
import io.callport.tools.shell.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the accounts as a table with a line for each account. The table is not picocli's, which takes seconds for
 * 20,000 accounts.
 */
public final class AccountsTable {
    private static final List<String> HEAD = List.of(
            "ACCOUNT", "HERE", "WAITING", "OLDEST WAIT", "IN FLIGHT", "USED", "FREE", "CLOSED UNTIL", "LAST REFUSAL");
    private static final String NOTHING = "-";
    private static final String GAP = "  ";
    private static final int MAX_WORDS = 200;

    private AccountsTable() {}

    /** All accounts of a snapshot with the snapshot's time, in columns for fonts of one width. */
    public static String of(LoopSnapshot snapshot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        snapshot.accounts().forEach(account -> rows.add(row(account, snapshot.at())));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n")) + "\n\nAs of "
                + seconds(snapshot.at()) + "\n";
    }

    private static List<String> row(AccountSnapshot account, Instant at) {
        LaneSnapshot lane = account.lane();
        boolean here = account.here();
        boolean limited = here && account.budget().limited();
        return List.of(
                account.account().toString(),
                here ? "yes" : account.owner() == null ? "no" : "no, at " + account.owner(),
                here ? String.valueOf(lane.waiting()) : NOTHING,
                !here || lane.waiting() == 0 ? NOTHING : words(lane.oldestWait()),
                here ? String.valueOf(lane.requestsInFlight()) : NOTHING,
                limited ? lane.slotsUsed() + "/" + account.budget() + inherited(account.inherited()) : NOTHING,
                limited ? String.valueOf(account.budgetFree()) : NOTHING,
                here ? closed(lane, at) : NOTHING,
                refused(account.lastRefusal()));
    }

    private static String inherited(@Nullable Inherited inherited) {
        return inherited == null ? "" : ", of which " + inherited.slots() + " " + inherited.why();
    }

    private static String closed(LaneSnapshot lane, Instant at) {
        QueryFailure by = lane.closedBy();
        return by == null
                ? NOTHING
                : seconds(at.plus(lane.closedFor())) + " " + by.reason().code() + ": " + line(by.detail());
    }

    private static String refused(@Nullable PublishedRefusal refusal) {
        return refusal == null
                ? NOTHING
                : seconds(refusal.at()) + " " + refusal.reason().code() + ": " + line(refusal.detail());
    }

    private static String words(Duration duration) {
        return duration.truncatedTo(ChronoUnit.MILLIS).toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Puts a vendor's words on one safe line, so that they do not break the table. */
    private static String line(String detail) {
        return SafeText.safe(detail.replaceAll("\\s+", " "), MAX_WORDS);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
