package io.callport.kafka.checkpoint;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Texts that were once written and may lie in any group: never to be changed, only added to. */
final class GoldenCheckpoints {
    static final Checkpoint CHECKPOINT = new Checkpoint(12, done(), spent(Duration.ofMillis(12_345)));
    static final SpentSlots IN_SECONDS = spent(Duration.ofSeconds(12));
    static final SpentSlots COARSE = coarse();

    private static final String FIRST = "callport1.DBGr23___ffff-vIo3gZKNIOAAAAAhSAsJ3C3wECxS8b0QHzwAHFqHJFAgDz"
            + "wAHAhD2AgLyKydITAe-ydmoC4NQD88AB.746ebebf";
    private static final String SECOND_BITS = "callport2.DBIAq9t___3333_ryKN4GSjSDgAAAAIUgLCdwt8BAsUvG9EB88ABxahyRQIA"
            + "88ABwIQ9gIC8isnSEwHvsnZqAuDUA_PAAQ.67fecf92";
    private static final String SECOND_RUNS = "callport2.DBIB62OkFuChiils1AFMVDGFFQAAAAIUgLCdwt8BAsUvG9EB88ABxahyRQIA"
            + "88ABwIQ9gIC8isnSEwHvsnZqAuDUA_PAAQ.4bcd7fa1";
    private static final String SECONDS = "callport1.DBGr23___ffff-vIo3gZKNIOAAEAAhSAsJ3C3wECxS8b0QEZxahyRQIAGcCE"
            + "PYCAvIrJ0hMB77J2agI8GQ.7c259af6";
    private static final String COARSE_FIRST =
            "callport1.DBGr23___ffff-vIo3gZKNIOAAIBGQIUgLCdwt8BAcWockUCAMCEPYCAvIrJ" + "0hMB77J2agI8.447adef4";
    private static final String COARSE_SECOND =
            "callport2.DBIAq9t___3333_ryKN4GSjSDgACARkCFICwncLfAQHFqHJFAgDAhD2AgLyK" + "ydITAe-ydmoCPA.6591cc54";

    private GoldenCheckpoints() {}

    static Stream<String> texts() {
        return Stream.of(FIRST, SECOND_BITS, SECOND_RUNS);
    }

    static Stream<String> textsInSeconds() {
        return Stream.of(SECONDS);
    }

    static Stream<String> coarseTexts() {
        return Stream.of(COARSE_FIRST, COARSE_SECOND);
    }

    /** 1 to 999 but every seventh and 500 to 510. */
    private static BitSet done() {
        BitSet done = new BitSet();
        for (int i = 1; i < 1_000; i++) {
            done.set(i, i % 7 != 0);
        }
        done.clear(500, 511);
        return done;
    }

    private static SpentSlots spent(Duration age) {
        SpentSlot slot = new SpentSlot(age);
        SpentSlot inFlight = new SpentSlot(null);
        SpentSlot mayArrive = new SpentSlot(Duration.ofSeconds(-30));
        return SpentSlots.from(List.of(
                new AccountSlots(new Account("7moor", "2000103"), Budget.parse("20/PT1M"), List.of(slot, inFlight)),
                new AccountSlots(new Account("nxlink", "fme2na3kdi3ki"), Budget.parse("20/PT1M"), List.of(slot)),
                new AccountSlots(
                        new Account("callbot", "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR"),
                        Budget.parse("1000000/P1D"),
                        List.of(slot, mayArrive))));
    }

    /** The same where one line speaks for one of the accounts. */
    private static SpentSlots coarse() {
        SpentSlot inFlight = new SpentSlot(null);
        SpentSlot mayArrive = new SpentSlot(Duration.ofSeconds(-30));
        List<HashedAccountSlots> listed = List.of(
                HashedAccountSlots.of(new AccountSlots(
                        new Account("7moor", "2000103"), Budget.parse("20/PT1M"), List.of(inFlight, inFlight))),
                HashedAccountSlots.of(new AccountSlots(
                        new Account("callbot", "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR"),
                        Budget.parse("1000000/P1D"),
                        List.of(mayArrive, mayArrive))));
        return SpentSlots.of(listed, new SpentSlot(Duration.ofSeconds(12)));
    }
}
