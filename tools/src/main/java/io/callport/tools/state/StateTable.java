package io.callport.tools.state;

import io.callport.kafka.admin.StateView;
import io.callport.kafka.admin.StateView.AccountRecord;
import io.callport.kafka.admin.StateView.CommittedOffset;
import io.callport.kafka.admin.StateView.Contents;
import io.callport.kafka.admin.StateView.Home;
import io.callport.kafka.admin.StateView.Identity;
import io.callport.kafka.admin.StateView.Marker;
import io.callport.switchboard.SpentSlots;
import io.callport.tools.shell.SafeText;
import io.callport.tools.shell.TextColumns;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the state of an account for people. */
final class StateTable {
    private static final int TEXT = 1_000;
    private static final int CLOCK_RATE_DIVISOR = 1_000; // as the switchboard, which frees a slot that much later

    private StateTable() {}

    static List<String> lines(StateReport report) {
        StateView view = report.view();
        Home home = view.home();
        List<List<String>> rows = new ArrayList<>();
        add(rows, "account", view.account() + ", " + report.budget());
        add(
                rows,
                "home",
                home.commands() + "-" + home.partition() + ", one of " + count(home.partitions(), "partition")
                        + "; topic id " + home.topicId());
        add(rows, "state", home.state() + "-" + home.partition() + "; topic id " + home.stateTopicId());
        add(rows, "identity", identity(view.contents().identity()));
        add(rows, "offset", offset(home, view.offset()));
        add(rows, "marker", marker(view.offset()));
        add(rows, "keeps", keeps(view.contents()));
        accountRecord(rows, view);
        if (view.problem() != null) {
            add(rows, "problem", SafeText.safe(view.problem() + ".", TEXT));
        }
        report.notes().forEach(note -> add(rows, "note", note));
        return TextColumns.lines(rows);
    }

    private static void accountRecord(List<List<String>> rows, StateView view) {
        AccountRecord kept = view.accountRecord();
        if (kept == null) {
            add(
                    rows,
                    "record",
                    view.contents().identity() == null
                            ? "none: nothing was written here yet"
                            : "none: no slot of the account is spent");
            return;
        }
        Duration since = Duration.between(kept.writtenAt(), view.readAt());
        add(
                rows,
                "record",
                "budget " + kept.budget() + ", written " + kept.writtenAt() + ", "
                        + (since.isNegative() ? "after now by this machine's clock" : words(since) + " ago"));
        Map<String, Integer> groups = new LinkedHashMap<>();
        kept.slots().forEach(slots -> groups.merge(age(slots, kept), slots.count(), Integer::sum));
        groups.forEach((age, slots) -> add(rows, "slots", slots + ": " + age));
        add(rows, "all free", free(kept, view.readAt()));
    }

    private static String age(SpentSlots slots, AccountRecord kept) {
        Duration age = slots.endedAgo();
        Duration window = kept.budget().window();
        if (age.isNegative()) {
            return "in flight, or may still arrive, for up to " + words(roundedUp(age.negated()));
        }
        boolean free = age.compareTo(window.plus(window.dividedBy(CLOCK_RATE_DIVISOR))) >= 0;
        return free ? "free by now" : "ended " + words(age) + " ago or earlier";
    }

    private static String free(AccountRecord kept, Instant now) {
        Duration left = Duration.between(now, kept.lastSlotFreeAt());
        String goingOn = left.isNegative() || left.isZero()
                ? "by now"
                : "at " + kept.lastSlotFreeAt().truncatedTo(ChronoUnit.SECONDS) + ", in " + words(roundedUp(left));
        return goingOn + "; if the partition is taken over now, in " + words(roundedUp(kept.freeAfterTakeover()));
    }

    private static String identity(@Nullable Identity identity) {
        return identity == null
                ? "none: no record says to which group and topic the state belongs"
                : "group " + SafeText.safe(identity.groupId(), TEXT) + ", topic id "
                        + SafeText.safe(identity.topicId(), TEXT) + ", " + count(identity.partitions(), "partition")
                        + ", " + identity.firstPartitions() + " at first";
    }

    private static String offset(Home home, @Nullable CommittedOffset offset) {
        return offset == null
                ? "none: group " + home.groupId() + " has committed none"
                : offset.offset() + ", committed by group " + home.groupId();
    }

    private static String marker(@Nullable CommittedOffset offset) {
        if (offset == null) {
            return "none";
        }
        return switch (offset.metadata()) {
            case MARKER -> marker(offset.marker());
            case FOREIGN -> "foreign: " + offset.detail() + "; a tool has set this offset";
            case OLD -> "old: " + offset.detail() + ", of a release without a state topic";
            case NEWER -> "newer: " + offset.detail() + ", of a later release than this";
            case DAMAGED -> "damaged: " + offset.detail();
        };
    }

    private static String marker(@Nullable Marker marker) {
        return marker == null
                ? "none"
                : "topic id " + marker.topicId() + ", state topic id " + marker.stateTopicId() + ", "
                        + marker.firstPartitions() + " at first, state record " + marker.stateOffset();
    }

    private static String keeps(Contents contents) {
        return count(contents.accounts(), "account") + " and " + count(contents.chunks(), "chunk")
                + " of offsets, in records below offset " + contents.endOffset()
                + (contents.key() ? ", and the key of tags" : "");
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static Duration roundedUp(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1);
    }

    private static String words(Duration duration) {
        return duration.truncatedTo(ChronoUnit.SECONDS).toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static void add(List<List<String>> rows, String name, String text) {
        rows.add(List.of(name, text));
    }
}
