/**
 * Reading dead letters and publishing them again, for people. Nothing here runs in the loop, joins a group or changes a dead
 * letter.
 */
@NullMarked
package io.callport.kafka.admin.deadletters;

import org.jspecify.annotations.NullMarked;
