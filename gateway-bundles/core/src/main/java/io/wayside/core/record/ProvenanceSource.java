// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/** Says with which release and configuration the gateway runs now; offered as a service. */
public interface ProvenanceSource {

  Provenance current();
}
