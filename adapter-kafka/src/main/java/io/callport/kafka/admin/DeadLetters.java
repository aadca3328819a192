package io.callport.kafka.admin;

import io.callport.kafka.admin.SliceReader.Slice;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.settings.KafkaSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Lists the dead letters of a service, and publishes some of them again. Reads up to the end of the topic as it is at
 * the start, without a group, and keeps no more in memory than it shows. A dead letter stays on its topic in any case.
 *
 * <p>Not thread-safe.
 */
public final class DeadLetters implements AutoCloseable {
    private static final int MAX_REMEMBERED = 100_000; // remembered ones, of some hundred bytes each

    private final KafkaSettings settings;
    private final DeadLetterListener listener;
    private final int maxRepeated;
    private final DeadLetterReader reader;

    private DeadLetters(KafkaSettings settings, DeadLetterListener listener, int maxRepeated) {
        this.settings = settings;
        this.listener = listener;
        this.maxRepeated = maxRepeated;
        this.reader = new DeadLetterReader(settings, listener);
    }

    /**
     * Connects when it first reads.
     *
     * @throws DeadLettersException if Kafka's client does not take the settings
     */
    public static DeadLetters open(KafkaSettings settings, DeadLetterListener listener) {
        return open(settings, listener, MAX_REMEMBERED);
    }

    static DeadLetters open(KafkaSettings settings, DeadLetterListener listener, int maxRepeated) {
        return withReadableErrors(settings, () -> new DeadLetters(settings, listener, maxRepeated));
    }

    /**
     * The newest of the chosen dead letters.
     *
     * @param limit the most dead letters to list
     * @throws DeadLettersException if they cannot be read
     */
    public DeadLetterPage list(DeadLetterFilter filter, int limit) {
        return withReadableErrors(settings, () -> {
            DeadLetterPage.Builder page = new DeadLetterPage.Builder(limit);
            reader.read(
                    reader.slices(filter.since()),
                    letters -> letters.stream()
                            .filter(filter::matches)
                            .map(DeadLetterPage.Entry::of)
                            .forEach(page::add));
            return page.build();
        });
    }

    /**
     * The dead letter at a position, whole.
     *
     * @throws DeadLettersException if there is none or it cannot be read
     */
    public DeadLetter at(DeadLetterPosition position) {
        return withReadableErrors(settings, () -> read(position));
    }

    /**
     * Publishes the chosen dead letters again. Of those with one identity only the latest is published.
     *
     * @param dryRun whether to publish nothing and report what would be published
     * @throws DeadLettersException if they cannot be read or published; those reported as published are published
     */
    public void replay(DeadLetterFilter filter, DeadLetterEdit edit, boolean dryRun) {
        runWithReadableErrors(() -> {
            List<Slice> slices = reader.slices(filter.since());
            LatestDeadLetters latest = readLatest(slices, new LatestDeadLetters(filter::matchesTopic, maxRepeated));
            try (DeadLetterPublisher publisher = new DeadLetterPublisher(settings, edit, listener)) {
                reader.read(slices, letters -> {
                    List<DeadLetter> chosen =
                            letters.stream().filter(filter::matches).toList();
                    chosen.forEach(letter -> reportIfRepeated(letter, latest));
                    List<DeadLetter> last = chosen.stream()
                            .filter(letter -> latest.after(letter) == null)
                            .toList();
                    publish(publisher, last, dryRun);
                });
            }
        });
    }

    /**
     * Publishes the dead letters at these positions again, even if a later one of the same record exists. Publishes
     * none if one position has no dead letter.
     *
     * @param dryRun whether to publish nothing and report what would be published
     * @throws DeadLettersException if they cannot be read or published; those reported as published are published
     */
    public void replay(List<DeadLetterPosition> positions, DeadLetterEdit edit, boolean dryRun) {
        runWithReadableErrors(() -> {
            Set<String> identities = new HashSet<>();
            long first = Long.MAX_VALUE;
            for (DeadLetterPosition position : positions) {
                DeadLetter letter = read(position);
                identities.add(letter.identity());
                first = Math.min(first, letter.record().timestamp());
            }
            LatestDeadLetters latest = readLatest(
                    behind(positions, Instant.ofEpochMilli(first)),
                    new LatestDeadLetters(
                            letter -> identities.contains(letter.identity()),
                            Integer.MAX_VALUE)); // no more than the named positions
            try (DeadLetterPublisher publisher = new DeadLetterPublisher(settings, edit, listener)) {
                for (DeadLetterPosition position : positions) {
                    DeadLetter letter = read(position);
                    reportIfRepeated(letter, latest);
                    publish(publisher, List.of(letter), dryRun);
                }
            }
        });
    }

    @Override
    public void close() {
        reader.close();
    }

    private static void publish(DeadLetterPublisher publisher, List<DeadLetter> letters, boolean dryRun) {
        if (dryRun) {
            publisher.dryRun(letters);
        } else {
            publisher.publish(letters);
        }
    }

    private void reportIfRepeated(DeadLetter letter, LatestDeadLetters latest) {
        DeadLetterPosition again = latest.after(letter);
        if (again != null) {
            listener.repeated(letter, again);
        }
    }

    private LatestDeadLetters readLatest(List<Slice> slices, LatestDeadLetters latest) {
        reader.read(slices, letters -> letters.forEach(latest::add));
        return latest;
    }

    private DeadLetter read(DeadLetterPosition position) {
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
     * The slices that may hold later dead letters of the same records. Another key, or another partition of commands,
     * can move them to any partition.
     *
     * @param first the time at which the first of them was published; each later one has a later timestamp
     */
    private List<Slice> behind(List<DeadLetterPosition> positions, Instant first) {
        return reader.slices(first).stream()
                .map(since -> new Slice(since.partition(), earliest(positions, since), since.end()))
                .toList();
    }

    /**
     * Publishers' clocks differ: behind a position in its own partition, every record is read, whatever its timestamp.
     */
    private static long earliest(List<DeadLetterPosition> positions, Slice since) {
        return positions.stream()
                .filter(position -> position.partition() == since.partition().partition())
                .mapToLong(DeadLetterPosition::offset)
                .reduce(since.start(), Math::min);
    }

    private Slice partition(DeadLetterPosition position) {
        List<Slice> slices = reader.slices(null);
        return slices.stream()
                .filter(slice -> slice.partition().partition() == position.partition())
                .findFirst()
                .orElseThrow(() -> new DeadLettersException("There is no dead letter at " + position + "; topic "
                        + settings.topics().deadLetters() + " has " + slices.size() + " partitions"));
    }

    private void runWithReadableErrors(Runnable work) {
        withReadableErrors(settings, () -> {
            work.run();
            return true;
        });
    }

    private static <T> T withReadableErrors(KafkaSettings settings, Supplier<T> work) {
        try {
            return work.get();
        } catch (TopicAuthorizationException e) {
            String topics = String.join(", ", e.unauthorizedTopics());
            boolean reading = e.unauthorizedTopics().contains(settings.topics().deadLetters());
            throw new DeadLettersException("This user has no right to " + (reading ? "read" : "write to") + " topic "
                    + topics + "; give it " + (reading ? "READ" : "WRITE") + " on it with kafka-acls.sh");
        } catch (KafkaException e) {
            throw new DeadLettersException(ClusterFailure.describe(e));
        }
    }
}
