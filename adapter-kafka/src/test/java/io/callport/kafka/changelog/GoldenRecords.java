package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.slots;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Records of earlier releases, which may be in any state topic: records may be added here, and never changed. */
final class GoldenRecords {
    static final AccountState ACCOUNT = new AccountState(
            new Account("7moor", "2000103"),
            Budget.parse("20/PT1M"),
            List.of(slots(1, "PT-65S"), slots(3, "PT0S"), slots(16, "PT12.345S")));
    static final AccountState DAILY = new AccountState(
            new Account("callbot", "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR"),
            Budget.parse("1000000/P1D"),
            List.of(slots(1, "PT-0.001S"), slots(999_999, "PT23H59M59.999S")));
    static final DoneChunk CHUNK = new DoneChunk(36, scattered());
    static final DoneChunk LAST_CHUNK =
            new DoneChunk(Long.MAX_VALUE / DoneChunk.SIZE, ChangelogFixture.bits(0, DoneChunk.SIZE - 1));
    static final PartitionIdentity IDENTITY = new PartitionIdentity("callport", "7sUyBQtWSQKdxVAKcYQcAw", 12, 6);
    static final OriginKey ORIGIN_KEY =
            OriginKey.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    static final OffsetMarker MARKER =
            new OffsetMarker("7sUyBQtWSQKdxVAKcYQcAw", "-fJ8wqLeT_WdAvBSMCmJHA", 6, 1_234_567);

    static final String MARKER_TEXT = "callport3.7sUyBQtWSQKdxVAKcYQcAw.-fJ8wqLeT_WdAvBSMCmJHA.6.1234567.60df5912";

    private GoldenRecords() {}

    static Stream<StateRecord> all() {
        return Stream.of(account(), daily(), chunk(), lastChunk(), identity(), originKey());
    }

    static StateRecord account() {
        return record("account/7moor:2000103", "011480b09dc2df010301cff707030010f2c001eaa3e4fa");
    }

    static StateRecord daily() {
        return record(
                "account/callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR",
                "01c0843d8080bc8ac9d213020101bf843dfeefb25235490347");
    }

    static StateRecord chunk() {
        return record("done/36", "017ebfdfeff7fb0160bfdfeff70b0f14653b");
    }

    static StateRecord lastChunk() {
        return record("done/1125899906842623", "0101" + "00".repeat(1_022) + "80" + "ad50b197");
    }

    static StateRecord identity() {
        return record("partition", "010863616c6c706f727416377355794251745753514b647856414b6359516341770c060fef2959");
    }

    static StateRecord originKey() {
        return record("key", "01000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f96295b98");
    }

    private static StateRecord record(String key, String value) {
        return new StateRecord(
                key.getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(value));
    }

    /** 1 to 99 but every seventh and 50 to 60. */
    private static BitSet scattered() {
        BitSet done = new BitSet();
        for (int i = 1; i < 100; i++) {
            done.set(i, i % 7 != 0);
        }
        done.clear(50, 61);
        return done;
    }
}
