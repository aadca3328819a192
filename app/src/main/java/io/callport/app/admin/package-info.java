/**
 * The admin port: the health, the accounts and the metrics of the running service over HTTP. Accounts are written, and
 * metrics are measured, in packages of their own.
 */
@NullMarked
package io.callport.app.admin;

import org.jspecify.annotations.NullMarked;
