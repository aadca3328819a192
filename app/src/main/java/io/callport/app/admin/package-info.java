/**
 * What is told about the running service over HTTP: its health, its accounts and its metrics. Only this room measures.
 */
@NullMarked
package io.callport.app.admin;

import org.jspecify.annotations.NullMarked;
