package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.switchboard.Limits;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.LaneBook;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** S5: who may be refused {@code overloaded}, and S8: that the limits hold. */
final class Overload {
    private final Books books;
    private final Limits limits;
    private final Set<Asked> mayPay = new HashSet<>();
    private @Nullable Asked arrived;
    private int mostOnLane;
    private int mostInAll;

    Overload(Books books) {
        this.books = books;
        this.limits = books.scenario.limits();
    }

    /** Before a newcomer joins a request in flight: a full lane takes no more, even so. */
    void joins(Asked newcomer) {
        if (newcomer.lane.waiting >= limits.waitingPerAccount()) {
            mayPay.add(newcomer);
        }
    }

    /** Before a newcomer waits: works out who may have to make room. */
    void arrives(Asked newcomer) {
        arrived = newcomer;
        mostOnLane = Math.max(limits.waitingPerAccount(), newcomer.lane.waiting);
        mostInAll = Math.max(limits.waiting(), books.waiting);
        if (newcomer.lane.waiting >= limits.waitingPerAccount()) {
            mayPay.add(newcomer);
        } else if (books.waiting >= limits.waiting()) {
            int most = books.lanes.values().stream()
                    .mapToInt(l -> count(l, newcomer))
                    .max()
                    .orElse(0);
            books.lanes.values().stream()
                    .filter(lane -> count(lane, newcomer) == most)
                    .forEach(lane -> mayPay.add(newest(lane, newcomer)));
        }
    }

    private static int count(LaneBook lane, Asked newcomer) {
        return lane.waiting + (lane == newcomer.lane ? 1 : 0);
    }

    private static Asked newest(LaneBook lane, Asked newcomer) {
        if (lane == newcomer.lane) {
            return newcomer;
        }
        return lane.lines.values().stream()
                .flatMap(line -> line.asked.stream())
                .reduce((a, b) -> a.number > b.number ? a : b)
                .orElseThrow();
    }

    void check(Asked refused) {
        unless(mayPay.contains(refused), "S5", refused + " is refused overloaded, though it need not make room");
    }

    /** A newcomer never makes it more than the limits; what returns to be tried again may. */
    void checkLimits() {
        if (arrived != null) {
            unless(books.waiting <= mostInAll, "S8", "too many wait: " + books.waiting);
            unless(arrived.lane.waiting <= mostOnLane, "S8", "too many wait on lane " + arrived.lane);
        }
        arrived = null;
        mayPay.clear();
    }
}
