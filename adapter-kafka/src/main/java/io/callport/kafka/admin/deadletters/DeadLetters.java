package io.callport.kafka.admin.deadletters;

import io.callport.kafka.admin.deadletters.LetterReader.Slice;
import io.callport.kafka.result.DeadLetter;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.Unanswered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * The dead letters of a service: what is there, and publishing some of them again. Reads up to the end as it is when it
 * begins, without a group, and keeps no more of it than it shows. A dead letter stays where it is, whatever becomes of it.
 *
 * <p>Not thread-safe.
 */
public final class DeadLetters implements AutoCloseable {
    private static final int MOST_DEATHS = 100_000; // that are remembered, each some hundred bytes

    private final KafkaSettings settings;
    private final LettersListener listener;
    private final int mostDeaths;
    private final LetterReader reader;

    private DeadLetters(KafkaSettings settings, LettersListener listener, int mostDeaths) {
        this.settings = settings;
        this.listener = listener;
        this.mostDeaths = mostDeaths;
        this.reader = new LetterReader(settings, listener);
    }

    /**
     * Connects when it first reads.
     *
     * @throws DeadLettersException if Kafka's client does not take the settings
     */
    public static DeadLetters open(KafkaSettings settings, LettersListener listener) {
        return open(settings, listener, MOST_DEATHS);
    }

    static DeadLetters open(KafkaSettings settings, LettersListener listener, int mostDeaths) {
        return toldInWords(settings, () -> new DeadLetters(settings, listener, mostDeaths));
    }

    /**
     * What is there.
     *
     * @param most how many are shown, of which the newest are taken
     * @throws DeadLettersException if they cannot be read
     */
    public Listing list(Choice which, int most) {
        return toldInWords(settings, () -> {
            Listing.Gathering gathering = new Listing.Gathering(most);
            reader.read(
                    reader.slices(which.since()),
                    letters -> letters.stream()
                            .filter(which::has)
                            .map(ListedLetter::of)
                            .forEach(gathering::add));
            return gathering.done();
        });
    }

    /**
     * The one at a place, as it is.
     *
     * @throws DeadLettersException if there is none or it cannot be read
     */
    public DeadLetter at(LetterPosition position) {
        return toldInWords(settings, () -> read(position));
    }

    /**
     * Publishes all of them again, but for those that died again since: of these the last death alone.
     *
     * @param onlyTry to publish nothing and say what would be
     * @throws DeadLettersException if they cannot be read or published; what was told as published is
     */
    public void replay(Choice which, Mending mending, boolean onlyTry) {
        doInWords(() -> {
            List<Slice> slices = reader.slices(which.since());
            Deaths deaths = deaths(slices, new Deaths(which::hasTopicOf, mostDeaths));
            try (LetterWriter writer = new LetterWriter(settings, mending, listener)) {
                reader.read(slices, letters -> {
                    List<DeadLetter> chosen =
                            letters.stream().filter(which::has).toList();
                    chosen.forEach(letter -> tellIfDiedAgain(letter, deaths));
                    List<DeadLetter> last = chosen.stream()
                            .filter(letter -> deaths.after(letter) == null)
                            .toList();
                    publish(writer, last, onlyTry);
                });
            }
        });
    }

    /**
     * Publishes those at these places again, whatever became of them before; nothing if one of them is not there.
     *
     * @param onlyTry to publish nothing and say what would be
     * @throws DeadLettersException if they cannot be read or published; what was told as published is
     */
    public void replay(List<LetterPosition> positions, Mending mending, boolean onlyTry) {
        doInWords(() -> {
            Set<String> identities = new HashSet<>();
            long first = Long.MAX_VALUE;
            for (LetterPosition position : positions) {
                DeadLetter letter = read(position);
                identities.add(letter.identity());
                first = Math.min(first, letter.record().timestamp());
            }
            Deaths deaths = deaths(
                    behind(positions, Instant.ofEpochMilli(first)),
                    new Deaths(
                            letter -> identities.contains(letter.identity()),
                            Integer.MAX_VALUE)); // as many as were named
            try (LetterWriter writer = new LetterWriter(settings, mending, listener)) {
                for (LetterPosition position : positions) {
                    DeadLetter letter = read(position);
                    tellIfDiedAgain(letter, deaths);
                    publish(writer, List.of(letter), onlyTry);
                }
            }
        });
    }

    @Override
    public void close() {
        reader.close();
    }

    private static void publish(LetterWriter writer, List<DeadLetter> letters, boolean onlyTry) {
        if (onlyTry) {
            writer.tryOnly(letters);
        } else {
            writer.publish(letters);
        }
    }

    private void tellIfDiedAgain(DeadLetter letter, Deaths deaths) {
        String again = deaths.after(letter);
        if (again != null) {
            listener.diedAgain(letter, again);
        }
    }

    private Deaths deaths(List<Slice> slices, Deaths deaths) {
        reader.read(slices, letters -> letters.forEach(deaths::see));
        return deaths;
    }

    private DeadLetter read(LetterPosition position) {
        Slice all = partition(position);
        Slice one = new Slice(all.partition(), position.offset(), position.offset() + 1);
        List<DeadLetter> found = new ArrayList<>();
        if (position.offset() >= all.start() && position.offset() < all.end()) {
            reader.read(List.of(one), found::addAll);
        }
        if (found.isEmpty()) {
            throw new DeadLettersException(
                    "There is no dead letter at " + position + "; callport dead-letters list shows where they are");
        }
        return found.get(0);
    }

    /**
     * Where those come that died again: with another key, or from another partition, in any partition.
     *
     * @param first when the first of them was published; each later death has a later time
     */
    private List<Slice> behind(List<LetterPosition> positions, Instant first) {
        return reader.slices(first).stream()
                .map(since -> new Slice(since.partition(), earliest(positions, since), since.end()))
                .toList();
    }

    /** Publishers' clocks differ: what comes after one of them in its own partition is read whatever its time. */
    private static long earliest(List<LetterPosition> positions, Slice since) {
        return positions.stream()
                .filter(position -> position.partition() == since.partition().partition())
                .mapToLong(LetterPosition::offset)
                .reduce(since.start(), Math::min);
    }

    private Slice partition(LetterPosition position) {
        List<Slice> slices = reader.slices(null);
        return slices.stream()
                .filter(slice -> slice.partition().partition() == position.partition())
                .findFirst()
                .orElseThrow(() -> new DeadLettersException("There is no dead letter at " + position + "; topic "
                        + settings.topics().deadLetters() + " has " + slices.size() + " partitions"));
    }

    private void doInWords(Runnable work) {
        toldInWords(settings, () -> {
            work.run();
            return true;
        });
    }

    private static <T> T toldInWords(KafkaSettings settings, Supplier<T> work) {
        try {
            return work.get();
        } catch (TopicAuthorizationException e) {
            String topics = String.join(", ", e.unauthorizedTopics());
            boolean reading = e.unauthorizedTopics().contains(settings.topics().deadLetters());
            throw new DeadLettersException("This user has no right to " + (reading ? "read" : "write to") + " topic "
                    + topics + "; give it " + (reading ? "READ" : "WRITE") + " on it with kafka-acls.sh");
        } catch (KafkaException e) {
            throw new DeadLettersException(Unanswered.told(e));
        }
    }
}
