"""Run by alembic: the migrations, on the connection that ``migrate`` holds."""

from alembic import context

from matcher.storage.migrate import VERSION_TABLE
from matcher.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
