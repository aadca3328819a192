package io.callport.kafka.command;

import io.callport.account.Account;
import io.callport.kafka.record.RecordHeader;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the configured accounts by their text, so that no command of theirs holds an account of its own. Immutable. */
final class ConfiguredAccounts {
    private final Map<String, ConfiguredAccount> byText;

    /**
     * A configured account.
     *
     * @param key the account, as the key of its records
     */
    @SuppressWarnings("ArrayRecordComponent") // configured accounts are never compared
    record ConfiguredAccount(Account account, byte[] key) {
        static ConfiguredAccount of(Account account) {
            return new ConfiguredAccount(account, RecordHeader.bytes(account.toString()));
        }
    }

    ConfiguredAccounts(Collection<Account> accounts) {
        byText = accounts.stream().collect(Collectors.toUnmodifiableMap(Account::toString, ConfiguredAccount::of));
    }

    /** The account of this text, {@code vendor:key}; {@code null} if none is configured. */
    @Nullable
    ConfiguredAccount find(String text) {
        return byText.get(text);
    }
}
