package io.callport.http.moor;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.fixture.LiveObjects;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class NonceGeneratorTest {
    private static final int NONCES = 1_000_000;

    @Test
    void noNonceComesBackBeforeAllWereUsed() {
        for (int seed = 0; seed < 3; seed++) {
            NonceGenerator nonces = new NonceGenerator(new Random(seed));
            BitSet used = new BitSet(NONCES);
            for (int i = 0; i < NONCES; i++) {
                String nonce = nonces.next();
                assertThat(nonce.length()).isEqualTo(6);
                used.set(Integer.parseInt(nonce));
            }
            assertThat(used.cardinality()).isEqualTo(NONCES);
        }
    }

    @Test
    void accountsHaveOrdersOfTheirOwn() {
        Random random = new Random(1);
        List<String> beginnings = Stream.generate(() -> new NonceGenerator(random))
                .limit(100)
                .map(nonces -> nonces.next() + nonces.next() + nonces.next())
                .toList();

        assertThat(beginnings).doesNotHaveDuplicates();
    }

    /** The law of growth of accounts at rest: the test counts objects and measures no time. */
    @Test
    void whatWasAskedTakesNoMemoryAfterwards() {
        List<NonceGenerator> accounts = Stream.generate(() -> new NonceGenerator(new Random(1)))
                .limit(1_000)
                .toList();
        accounts.forEach(NonceGenerator::next);
        long before = LiveObjects.bytes();
        accounts.forEach(account -> Stream.generate(account::next).limit(100).forEach(nonce -> {}));

        assertThat((LiveObjects.bytes() - before) / accounts.size()).isLessThan(200);
    }
}
