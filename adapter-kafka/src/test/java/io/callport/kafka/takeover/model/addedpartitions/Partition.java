package io.callport.kafka.takeover.model.addedpartitions;

/**
 * A partition: its state, its offset and the process that has it.
 *
 * @param count the partitions of the command topic as the identity record says, or 0 without such a record
 * @param first how many partitions there were when the group's state began, as the identity record says
 * @param recorded whether the account has a record that says it is spent
 * @param marked whether the group has an offset with a marker
 */
record Partition(int count, int first, boolean recorded, boolean marked, Owner owner) {
    static final Partition NEW = new Partition(0, 0, false, false, Owner.NOBODY);

    /**
     * The process that has the partition.
     *
     * @param first how many partitions there were when the group's state began, as it will write
     * @param spent whether it counts the account as spent
     */
    record Owner(Stage stage, int first, boolean spent) {
        static final Owner NOBODY = new Owner(Stage.NOBODY, 0, false);

        enum Stage {
            NOBODY,
            /** It has begun, and its first transaction is still to come. */
            BEFORE_FIRST,
            /** It has written the identity, and not yet the accounts: only in a broken variant. */
            BEFORE_ACCOUNTS,
            WORKS
        }

        Owner at(Stage next) {
            return new Owner(next, first, spent);
        }
    }

    boolean written() {
        return count > 0;
    }

    Partition with(Owner next) {
        return new Partition(count, first, recorded, marked, next);
    }

    Partition withIdentity(int partitions) {
        return new Partition(partitions, owner.first(), recorded, true, owner);
    }

    Partition withRecord(boolean spent) {
        return new Partition(count, first, spent, marked, owner);
    }

    Partition afterWindow() {
        return new Partition(count, first, false, marked, new Owner(owner.stage(), owner.first(), false));
    }

    Partition withoutOffset() {
        return new Partition(count, first, recorded, false, owner);
    }
}
