// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

/**
 * A setting that names another part of the site.
 *
 * @param name the component's reference, such as {@code scale}
 * @param section where the named part is: {@code devices}, {@code stations} or {@code uplinks}
 * @param offered the interface the named part must offer
 */
public record Reference(String name, String section, String offered) {

  /** A filter that no service passes, for a reference that is not named. */
  static final String NOTHING = "(!(service.id=*))";

  String filter(String id) {
    return "(" + Section.idProperty(section) + "=" + id + ")";
  }

  /** The interface's name without its package. */
  String offeredWords() {
    return offered.substring(offered.lastIndexOf('.') + 1);
  }
}
