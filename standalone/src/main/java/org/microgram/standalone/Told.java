package org.microgram.standalone;

import org.microgram.standalone.terminal.Lang;

/** An exception that tells a person, in their language, what was found, what was expected and what to do next. */
public interface Told {

    String tell(Lang lang);
}
