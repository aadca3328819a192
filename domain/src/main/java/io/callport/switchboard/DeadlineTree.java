package io.callport.switchboard;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Elements by deadline, each with its sequence number in the order of arrival and a count: a treap, whose nodes know
 * the bounds of their subtree. One call changes the counts of all elements in a range of deadlines and sequence
 * numbers, or returns their number. A change near either end of the sequence, as almost all are, costs O(log n). Any
 * other change costs at most O(log n) for each element between it and the nearer end.
 */
final class DeadlineTree<E> {
    private final long gap;
    private @Nullable Node<E> root;

    /** @param gap the time that each unit of a count takes, for {@link Bound#excludes}; at most 2<sup>40</sup> */
    DeadlineTree(long gap) {
        this.gap = gap;
    }

    /** Excludes elements from a search. */
    @FunctionalInterface
    interface Bound {
        /**
         * Whether the search may skip a group of elements.
         *
         * @param deadline the earliest deadline in the group
         * @param count the highest count in the group
         * @param leastSlack the least slack in the group; the slack of an element is its deadline minus its count times
         *     the gap
         */
        boolean excludes(long deadline, int count, long leastSlack);
    }

    private static final class Node<E> {
        final long gap;
        final E element;
        final long deadline;
        final long sequence;
        final long priority;
        int count;
        int pendingAdd; // to be added to the counts of both subtrees

        @Nullable
        Node<E> left;

        @Nullable
        Node<E> right;

        int size;
        int highestCount;
        long leastSlack;
        long firstDeadline;
        long lastDeadline;
        long firstSequence;
        long lastSequence;

        Node(E element, long deadline, long sequence, int count, long gap) {
            this.gap = gap;
            this.element = element;
            this.deadline = deadline;
            this.sequence = sequence;
            this.priority = mixed(sequence);
            this.count = count;
            update();
        }

        /** Spreads sequence numbers evenly, so that the tree is as deep as one of random priorities. */
        private static long mixed(long sequence) {
            long bits = (sequence + 1) * 0x9E3779B97F4A7C15L;
            bits = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L;
            return bits ^ (bits >>> 32);
        }

        boolean before(long otherDeadline, long otherSequence) {
            return deadline != otherDeadline ? deadline < otherDeadline : sequence < otherSequence;
        }

        void add(int more) {
            count += more;
            highestCount += more;
            leastSlack -= more * gap;
            pendingAdd += more;
        }

        void passOn() {
            if (pendingAdd != 0 && left != null) {
                left.add(pendingAdd);
            }
            if (pendingAdd != 0 && right != null) {
                right.add(pendingAdd);
            }
            pendingAdd = 0;
        }

        long slack() {
            return deadline - count * gap;
        }

        void update() {
            size = 1;
            highestCount = count;
            leastSlack = slack();
            firstDeadline = deadline;
            lastDeadline = deadline;
            firstSequence = sequence;
            lastSequence = sequence;
            include(left);
            include(right);
        }

        private void include(@Nullable Node<E> child) {
            if (child != null) {
                size += child.size;
                highestCount = Math.max(highestCount, child.highestCount);
                leastSlack = Math.min(leastSlack, child.leastSlack);
                firstDeadline = Math.min(firstDeadline, child.firstDeadline);
                lastDeadline = Math.max(lastDeadline, child.lastDeadline);
                firstSequence = Math.min(firstSequence, child.firstSequence);
                lastSequence = Math.max(lastSequence, child.lastSequence);
            }
        }
    }

    /** Adds an element, of a place that no other element has. */
    void insert(E element, long deadline, long sequence, int count) {
        Node<E> added = new Node<>(element, deadline, sequence, count, gap);
        root = insert(root, added);
    }

    /** Removes the element with that deadline and place. */
    void remove(long deadline, long sequence) {
        root = remove(root, deadline, sequence);
    }

    /** Adds to the counts of all elements with at most that deadline and behind that place. */
    void addUpTo(long deadline, long sequence, int more) {
        addUpTo(root, deadline, sequence, more);
    }

    /** The number of elements with at least that deadline and before that place. */
    int countFrom(long deadline, long sequence) {
        return countFrom(root, deadline, sequence);
    }

    /**
     * Passes on the elements that a bound does not exclude, in the order of their deadlines. A subtree that is excluded
     * as a whole is skipped.
     */
    void forEach(Bound bound, Consumer<E> found) {
        forEach(root, bound, found);
    }

    private static <E> void forEach(@Nullable Node<E> node, Bound bound, Consumer<E> found) {
        if (node == null || bound.excludes(node.firstDeadline, node.highestCount, node.leastSlack)) {
            return;
        }
        node.passOn();
        forEach(node.left, bound, found);
        if (!bound.excludes(node.deadline, node.count, node.slack())) {
            found.accept(node.element);
        }
        forEach(node.right, bound, found);
    }

    private static <E> void addUpTo(@Nullable Node<E> node, long deadline, long sequence, int more) {
        if (node == null || node.firstDeadline > deadline || node.lastSequence <= sequence) {
            return;
        }
        if (node.lastDeadline <= deadline && node.firstSequence > sequence) {
            node.add(more);
            return;
        }
        node.passOn();
        if (node.deadline <= deadline && node.sequence > sequence) {
            node.count += more;
        }
        addUpTo(node.left, deadline, sequence, more);
        addUpTo(node.right, deadline, sequence, more);
        node.update();
    }

    private static <E> int countFrom(@Nullable Node<E> node, long deadline, long sequence) {
        if (node == null || node.lastDeadline < deadline || node.firstSequence >= sequence) {
            return 0;
        }
        if (node.firstDeadline >= deadline && node.lastSequence < sequence) {
            return node.size;
        }
        int own = node.deadline >= deadline && node.sequence < sequence ? 1 : 0;
        return own + countFrom(node.left, deadline, sequence) + countFrom(node.right, deadline, sequence);
    }

    private static <E> Node<E> insert(@Nullable Node<E> node, Node<E> added) {
        if (node == null) {
            return added;
        }
        node.passOn();
        if (node.priority < added.priority) {
            split(node, added);
            return added;
        }
        if (node.before(added.deadline, added.sequence)) {
            node.right = insert(node.right, added);
        } else {
            node.left = insert(node.left, added);
        }
        node.update();
        return node;
    }

    /** Makes the parts of a subtree before and behind an element the children of that element. */
    private static <E> void split(@Nullable Node<E> subtree, Node<E> at) {
        if (subtree == null) {
            at.left = null;
            at.right = null;
        } else if (subtree.before(at.deadline, at.sequence)) {
            subtree.passOn();
            split(subtree.right, at);
            subtree.right = at.left;
            at.left = subtree;
            subtree.update();
        } else {
            subtree.passOn();
            split(subtree.left, at);
            subtree.left = at.right;
            at.right = subtree;
            subtree.update();
        }
        at.update();
    }

    private static <E> @Nullable Node<E> remove(@Nullable Node<E> node, long deadline, long sequence) {
        if (node == null) {
            return null;
        }
        node.passOn();
        if (node.deadline == deadline && node.sequence == sequence) {
            return merge(node.left, node.right);
        }
        if (node.before(deadline, sequence)) {
            node.right = remove(node.right, deadline, sequence);
        } else {
            node.left = remove(node.left, deadline, sequence);
        }
        node.update();
        return node;
    }

    private static <E> @Nullable Node<E> merge(@Nullable Node<E> left, @Nullable Node<E> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        if (left.priority > right.priority) {
            left.passOn();
            left.right = merge(left.right, right);
            left.update();
            return left;
        }
        right.passOn();
        right.left = merge(left, right.left);
        right.update();
        return right;
    }
}
