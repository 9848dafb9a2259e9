// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import java.time.Instant;

/**
 * A list as it was used.
 *
 * @param issuer whose
 * @param list its type, such as {@code accounts}, {@code blocked}
 * @param version rises by one with each change
 * @param asOf when the issuer says that it was true; the age counts from here
 */
public record ListInForce(String issuer, String list, long version, Instant asOf) {}
