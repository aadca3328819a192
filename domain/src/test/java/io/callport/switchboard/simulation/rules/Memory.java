package io.callport.switchboard.simulation.rules;

import static io.callport.switchboard.simulation.model.Violation.unless;

import io.callport.query.Answer;
import io.callport.switchboard.Result.Exchange;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Flight;
import io.callport.switchboard.simulation.scenario.Ask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** S4: all answers so far, for commands that allow age. The switchboard may have forgotten some, but not from the start. */
final class Memory {
    private record Key(String account, Ask query) {}

    private record Remembered(Flight flight, Answer answer) {}

    private final Books books;
    private final Map<Key, List<Remembered>> answers = new HashMap<>();
    private final List<Asked> certain = new ArrayList<>();

    Memory(Books books) {
        this.books = books;
    }

    void answered(Flight flight, Answer answer) {
        Key key = new Key(flight.lane.account.key(), (Ask) flight.request.query());
        answers.computeIfAbsent(key, asked -> new ArrayList<>()).add(new Remembered(flight, answer));
    }

    /** A command came in: if it allows the age of every answer to its query, it must be given one at once. */
    void arrives(Asked asked, long now) {
        List<Remembered> known = known(asked);
        boolean open = asked.lane.closure.lockedUntil <= now && asked.deadline() > now;
        boolean holdsAll = answers.size() <= books.scenario.limits().remembered();
        if (open && holdsAll && !known.isEmpty() && known.stream().allMatch(one -> asked.joins(one.flight.startedAt))) {
            certain.add(asked);
        }
    }

    /** Whether a command was right to get an answer from memory. */
    boolean fits(Asked asked, Answer answer, Exchange exchange) {
        for (Remembered one : known(asked)) {
            boolean same = one.flight.startedAt == exchange.startedAt() && one.flight.endedAt == exchange.endedAt();
            if (same && one.answer.equals(answer)) {
                return asked.joins(one.flight.startedAt) && one.flight.endedAt <= asked.acceptedAt;
            }
        }
        return false;
    }

    /** After an advance: nobody waits for an answer that is known. */
    void check() {
        for (Asked asked : certain) {
            boolean waits = books.pending.get(asked.command.origin()) == asked;
            unless(!waits, "S4", asked + " waits, though a remembered answer is young enough");
        }
        certain.clear();
    }

    private List<Remembered> known(Asked asked) {
        return answers.getOrDefault(new Key(asked.lane.account.key(), asked.query()), List.of());
    }
}
