// SPDX-License-Identifier: Apache-2.0
/** Requests in the manner of India's NETC; no conformance is claimed. */
@NullMarked
package io.wayside.tolling.office.netc;

import org.jspecify.annotations.NullMarked;
