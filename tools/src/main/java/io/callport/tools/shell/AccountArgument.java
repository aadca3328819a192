package io.callport.tools.shell;

import io.callport.account.Account;
import io.callport.kafka.settings.KafkaSettings;

/** Reads the value of an option {@code --account}. */
public final class AccountArgument {
    private AccountArgument() {}

    /**
     * Reads an account.
     *
     * @throws CommandFailedException if the text has another form
     */
    public static Account parse(String text) {
        try {
            return Account.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.usage("--" + e.getMessage(), "Name it as the configuration does.");
        }
    }

    /**
     * Checks that topics are configured for the account's vendor.
     *
     * @throws CommandFailedException if there are none
     */
    public static void requireVendor(KafkaSettings settings, Account account) {
        if (!settings.topics().vendors().containsKey(account.vendor())) {
            throw CommandFailedException.usage(
                    "--account: there is no vendor " + account.vendor(),
                    "Name an account of "
                            + String.join(", ", settings.topics().vendors().keySet()) + ".");
        }
    }
}
