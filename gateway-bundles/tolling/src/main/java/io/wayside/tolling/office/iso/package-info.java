// SPDX-License-Identifier: Apache-2.0
/** Requests in the manner of ISO 12855 messages; no conformance is claimed. */
@NullMarked
package io.wayside.tolling.office.iso;

import org.jspecify.annotations.NullMarked;
