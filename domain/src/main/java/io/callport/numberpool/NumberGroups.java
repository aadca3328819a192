package io.callport.numberpool;

import io.callport.query.Answer;
import java.util.List;

/**
 * The groups of display numbers (外显号组) of an account.
 *
 * @param groups the groups, in the vendor's order
 */
public record NumberGroups(List<NumberGroup> groups) implements Answer {
    public NumberGroups {
        groups = List.copyOf(groups);
    }
}
