-- Text as keys and as plain columns, some of it under another collation than the database's.
create table w(id int primary key, s text, t varchar(20), c char(8), k text collate "C");
--@herd SELECT create_distributed_table('w', 'id');
insert into w values (1,'apple','Zeta','b','apple'),(2,'Banana','Éclair','A','Banana'),(3,'cherry','eclair','a','cherry'),(4,'Apple','zeta','B','Apple'),(5,'äpfel','ähnlich','ä','äpfel'),(6,null,null,null,null),(7,'apple-2','10','9','apple 2'),(8,'apple 2','9','10','x');
create table r(s text primary key, n int);
--@herd SELECT create_distributed_table('r', 's', colocate_with => 'none');
insert into r values ('apple', 1), ('Apple', 2), ('BANANA', 3), ('Banana', 4), ('zoo', 5);
create table p(s text);
--@herd SELECT create_reference_table('p');
insert into p values ('b'), ('B'), ('ä'), ('z');
