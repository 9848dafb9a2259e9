// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.plate;

import java.util.Optional;

/**
 * A plate as a record may hold it.
 *
 * @param hash keyed, so that passages of one plate can be put together by who has the key
 * @param text only where a rule asks for it
 */
public record Plate(String hash, Optional<String> text) {}
