// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import java.util.Optional;

/**
 * Whose a tag is, by the form of its number; from a document, since no issuer's layout is public.
 */
@FunctionalInterface
public interface Issuers {

  /** The issuer's name in the site's documents; empty when nobody here knows the form. */
  Optional<String> issuerOf(TagNumber tag);

  /** All that is known about tags of this form; empty where nothing but the issuer is. */
  default Optional<IssuerProfile> profileOf(TagNumber tag) {
    return Optional.empty();
  }
}
