package io.callport.switchboard.simulation.rules;

import io.callport.query.Answer;
import io.callport.switchboard.simulation.model.Asked;
import io.callport.switchboard.simulation.model.Books;
import io.callport.switchboard.simulation.model.Flight;
import io.callport.switchboard.simulation.scenario.Ask;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** S4: the last answer to each query, for commands that allow age. The switchboard may remember fewer. */
final class Memory {
    record Key(String account, Ask query) {}

    record Remembered(Flight flight, Answer answer) {}

    private final Books books;
    private final Map<Key, Remembered> answers = new HashMap<>();

    Memory(Books books) {
        this.books = books;
    }

    void answered(Flight flight, Answer answer) {
        Key key = new Key(flight.lane.account.key(), (Ask) flight.request.query());
        Remembered known = answers.get(key);
        if (known == null || known.flight.startedAt <= flight.startedAt) {
            answers.put(key, new Remembered(flight, answer));
        }
    }

    /** The answer that a command may have had from memory when it came in. */
    @Nullable
    Remembered fit(Asked asked) {
        Remembered known = answers.get(new Key(asked.lane.account.key(), asked.query()));
        boolean fits = known != null && known.flight.endedAt <= asked.acceptedAt && asked.allows(known.flight.startedAt);
        return fits ? known : null;
    }

    /** Whether nothing can have been pushed out of the switchboard's memory yet. */
    boolean holdsAll() {
        return answers.size() <= books.scenario.limits().remembered();
    }
}
