package io.callport.switchboard.simulation.rules;

import io.callport.account.Account;
import io.callport.query.Outcome;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.Result;
import io.callport.switchboard.SpentSlot;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Violation;
import io.callport.switchboard.simulation.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Is told everything that a switchboard is told, sees everything that it does, and throws if that breaks a rule. */
public final class Model {
    private final Books books;
    private final Arrivals arrivals;
    private final Endings endings;
    private final Results results;
    private final Starts starts;
    private final Idleness idleness;
    private final Lateness lateness;
    private final Overload overload;
    private final Size size;
    private final Looks looks;

    public Model(Scenario scenario) {
        books = new Books(scenario);
        Memory memory = new Memory(books);
        overload = new Overload(books);
        lateness = new Lateness(books);
        arrivals = new Arrivals(books, overload, lateness, memory);
        endings = new Endings(books, memory);
        results = new Results(books, overload, lateness, memory);
        starts = new Starts(books);
        idleness = new Idleness(books);
        size = new Size(books);
        looks = new Looks(books);
    }

    public void accepted(Command<Long> command, long now) {
        arrivals.accepted(command, now);
    }

    public void ended(Request request, Outcome outcome, long now) {
        endings.ended(request, outcome, now);
    }

    public void forgot(Predicate<Long> origins) {
        books.forget(origins);
    }

    public void stopped() {
        books.stopped = true;
    }

    public void restored(Account account, List<SpentSlot> slots, long now) {
        for (SpentSlot slot : slots) {
            Duration ago = slot.endedAgo();
            long late = books.scenario.timeout().toNanos();
            long endedAt = ago == null ? now + Duration.ofSeconds(5).toNanos() + 2 * late : now - ago.toNanos();
            books.lane(account).slots.restore(endedAt);
        }
    }

    /** S1 to S8 after an advance. */
    public void advanced(Switchboard<Long> board, Effects<Long> effects, long now) {
        for (Result<Long> result : effects.results()) {
            results.check(result, now);
        }
        for (Request request : effects.requests()) {
            starts.check(request, now);
        }
        results.checkUndecided(now);
        results.nothingLeft(now);
        idleness.check(now);
        lateness.check(now);
        overload.checkLimits();
        size.check(board, effects, now);
        looks.check(board, now);
        books.touched.clear();
    }

    public List<Asked> pending() {
        return List.copyOf(books.pending.values());
    }

    /** S1 and S8: nothing happens any more. */
    public void drained(Switchboard<Long> board) {
        Violation.unless(books.pending.isEmpty(), "S1", "no result ever for " + books.pending.values());
        size.drained(board);
    }
}
