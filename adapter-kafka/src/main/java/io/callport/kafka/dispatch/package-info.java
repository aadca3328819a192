/**
 * The switchboard and the requests that are in flight for it: accepts commands, makes requests, and returns each
 * command's result. This package knows no producer and no transaction.
 */
@NullMarked
package io.callport.kafka.dispatch;

import org.jspecify.annotations.NullMarked;
