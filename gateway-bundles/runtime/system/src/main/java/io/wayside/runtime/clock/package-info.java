// SPDX-License-Identifier: Apache-2.0
/** Wall time that may step, how far it can be trusted, and boot identity; plain Java. */
@NullMarked
package io.wayside.runtime.clock;

import org.jspecify.annotations.NullMarked;
